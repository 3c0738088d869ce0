import type { ImportCounts } from '@caseboard/contracts';
import { bounded } from './import-faults.rules.ts';
import type { BoundedFaults } from './import-faults.rules.ts';
import type { ImportVerdict } from './import-handler.ts';
import type { ImportRefusal } from './import-refusal.ts';

/** How pass 1 ended. */
export interface WrittenVerdict extends BoundedFaults {
  state: 'applying' | 'done' | 'rejected';
  counts: ImportCounts;
  duplicateOf: string | null;
  plan: unknown;
  /** For people. */
  text: string;
}

const TEXT: Record<WrittenVerdict['state'] | 'duplicate', string> = {
  applying: 'Checked, applying begins',
  rejected: 'Rejected, nothing was applied',
  done: 'Done',
  duplicate: 'Imported before, nothing was applied',
};

/**
 * What a verdict leads to. A file that another import applied (`twinId`: same hash) or whose content was
 * applied (`duplicateOf`) is done without applying anything, whatever else is wrong with it.
 */
export function decide(verdict: ImportVerdict, twinId: string | undefined): WrittenVerdict {
  const duplicateOf = twinId ?? verdict.duplicateOf ?? null;
  const state = duplicateOf !== null ? 'done' : verdict.accepted ? 'applying' : 'rejected';
  const { counts, plan } = verdict;
  return {
    ...bounded(verdict.faults),
    state,
    counts,
    plan,
    duplicateOf,
    text: TEXT[duplicateOf === null ? state : 'duplicate'],
  };
}

/** The verdict on a file that cannot be read to its end, with what was counted until then. */
export const refused = (refusal: ImportRefusal, soFar?: ImportVerdict): ImportVerdict => ({
  accepted: false,
  counts: soFar?.counts ?? {},
  faults: [refusal.fault, ...(soFar?.faults ?? [])],
  plan: null,
});
