import type { RemittanceAdjustment } from './remittance.ts';

/** The adjustments of one group code and CARC, summed: the unit of a denial. */
export type AdjustmentGroup = {
  readonly group: string;
  readonly reason: string;
  readonly cents: number;
  /** Ordinals of the CAS segments it comes from. */
  readonly segments: readonly number[];
};

/** Sums adjustments by group code and CARC, in the order in which they first appear. */
export function groupAdjustments(adjustments: readonly RemittanceAdjustment[]): AdjustmentGroup[] {
  const groups = new Map<string, AdjustmentGroup>();
  for (const { group, reason, cents, segment } of adjustments) {
    const key = `${group}-${reason}`;
    const before = groups.get(key) ?? { group, reason, cents: 0, segments: [] };
    groups.set(key, { ...before, cents: before.cents + cents, segments: [...before.segments, segment] });
  }
  return [...groups.values()];
}
