import type { Principal, Tx } from '@caseboard/server/kernel';
import type { WorkItemRow } from './work-item.types.ts';

/**
 * Which rows a person may see: all of the organisation's, except those of a gated facility the person is not
 * assigned to. The same rule as `canSee`, for lists and picks. `alias` names the table, `facilities` the
 * placeholder of `principal.facilityIds`.
 */
export const visibleSql = (alias: string, facilities: string) =>
  `(${alias}.facility_id IS NULL OR ${alias}.facility_id = ANY(${facilities}::uuid[]) OR NOT EXISTS (
     SELECT 1 FROM identity.facility gate WHERE gate.org_id = ${alias}.org_id AND gate.id = ${alias}.facility_id AND gate.is_gated))`;

/** What the rule looks at. */
export type Gated = Pick<WorkItemRow, 'facilityId' | 'isRestricted'>;

/** May this person see this row? */
export const canSee = (principal: Principal, row: Gated): boolean =>
  !row.isRestricted || (row.facilityId !== null && principal.facilityIds.includes(row.facilityId));

/** May this person follow a queue: the queue is there, and items are theirs to read. */
export async function admitsToQueue(tx: Tx, principal: Principal, queueId: string): Promise<boolean> {
  if (!principal.permissions.has('worklist.item.read') || !/^[0-9a-f-]{36}$/.test(queueId)) return false;
  const [queue] = await tx.query('SELECT 1 FROM worklist.queue WHERE org_id = $1 AND id = $2', [tx.orgId, queueId]);
  return queue !== undefined;
}
