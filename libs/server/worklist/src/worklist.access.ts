import type { Principal, Tx } from '@caseboard/server/kernel';
import type { WorkItemRow } from './work-item.types.ts';

/**
 * Which items a person may see: all of the organisation's, except those of a gated facility the person is
 * not assigned to. The same rule as `canSee`, for lists and picks; `facilities` is the placeholder of
 * `principal.facilityIds`.
 */
export const visibleSql = (facilities: string) =>
  `(w.facility_id IS NULL OR w.facility_id = ANY(${facilities}::uuid[]) OR NOT EXISTS (
     SELECT 1 FROM identity.facility gate WHERE gate.org_id = w.org_id AND gate.id = w.facility_id AND gate.is_gated))`;

/** May this person see this item? */
export const canSee = (principal: Principal, item: WorkItemRow): boolean =>
  !item.isRestricted || (item.facilityId !== null && principal.facilityIds.includes(item.facilityId));

/** May this person follow a queue: the queue is there, and items are theirs to read. */
export async function admitsToQueue(tx: Tx, principal: Principal, queueId: string): Promise<boolean> {
  if (!principal.permissions.has('worklist.item.read') || !/^[0-9a-f-]{36}$/.test(queueId)) return false;
  const [queue] = await tx.query('SELECT 1 FROM worklist.queue WHERE org_id = $1 AND id = $2', [tx.orgId, queueId]);
  return queue !== undefined;
}
