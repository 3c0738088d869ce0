import type { RemittanceAdjustment, RemittanceClaim } from '@caseboard/x12';
import { deniesClaim, groupOf } from './adjustment.rules.ts';
import type { AdjustmentGroup } from './adjustment.rules.ts';

/** The adjustments of one line (or of the claim itself) with one group code and CARC, summed: the unit of a denial. */
export interface GroupedAdjustment {
  /** Position of the line in the claim, from 1; null at claim level. */
  lineOrdinal: number | null;
  group: AdjustmentGroup;
  carc: string;
  cents: number;
  isDenial: boolean;
}

/** The adjustments of a claim by (claim or line, group code, CARC), claim level first, in the order of the file. */
export function adjustmentsOf(claim: RemittanceClaim): GroupedAdjustment[] {
  const grouped = groupLevel(claim.adjustments, null);
  for (const line of claim.lines) {
    for (const adjustment of groupLevel(line.adjustments, line.ordinal)) grouped.push(adjustment);
  }
  for (const adjustment of grouped) {
    adjustment.isDenial = deniesClaim(claim.status, adjustment.group, adjustment.carc, adjustment.cents);
  }
  return grouped;
}

function groupLevel(adjustments: readonly RemittanceAdjustment[], lineOrdinal: number | null): GroupedAdjustment[] {
  const grouped: GroupedAdjustment[] = [];
  for (const { group: code, reason: carc, cents } of adjustments) {
    const group = groupOf(code);
    const same = grouped.find((other) => other.group === group && other.carc === carc);
    if (same) same.cents += cents;
    else grouped.push({ lineOrdinal, group, carc, cents, isDenial: false });
  }
  return grouped;
}
