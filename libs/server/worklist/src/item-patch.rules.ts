import type { WorkItemState } from '@caseboard/contracts';
import { daysBetween } from '@caseboard/server/kernel';
import type { ItemAct, WorkItemPatch, WorkItemRow } from './work-item.types.ts';

const fields = ['state', 'needs', 'code', 'amountCents', 'dueOn', 'dueRule', 'payer', 'patient', 'facilityId'] as const;

/** The row with a patch applied; a wait that ends adds its days, so that they never age the item. */
export function patched(row: WorkItemRow, patch: WorkItemPatch, today: string): WorkItemRow {
  const next = {
    ...row,
    ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)),
  } as WorkItemRow;
  if (next.state === row.state) return next;
  const waited = row.waitingSince === null ? 0 : Math.max(0, daysBetween(row.waitingSince, today));
  return { ...next, waitedDays: row.waitedDays + waited, waitingSince: next.state === 'waiting' ? today : null };
}

/** Whether a patch says anything new. */
export const isChanged = (before: WorkItemRow, after: WorkItemRow): boolean =>
  fields.some((field) => before[field] !== after[field]);

/** What a change of state is called in the log; the same state is a rescoring. */
export function actOf(from: WorkItemState, to: WorkItemState): ItemAct {
  if (from === to) return 'rescored';
  if (to === 'done') return 'done';
  if (to === 'waiting') return 'waiting';
  return from === 'done' ? 'reopened' : 'resumed';
}
