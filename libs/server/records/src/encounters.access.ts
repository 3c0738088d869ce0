import { ROLE_PERMISSIONS } from '@caseboard/contracts';
import type { Principal, Tx } from '@caseboard/server/kernel';

/** What the predicate needs to know of a person. */
export interface ChartReader {
  facilityIds: readonly string[];
  /** A person whose only right to charts is being a physician sees his own; null: everybody's. */
  onlyOf: string | null;
}

/** A person as the predicate sees one. */
export const chartReader = ({ userId, roles, facilityIds }: Principal): ChartReader => ({
  facilityIds,
  onlyOf: roles.some((role) => role !== 'physician' && ROLE_PERMISSIONS[role].includes('records.encounter.read'))
    ? null
    : userId,
});

/**
 * Which encounters a person may see: all of the organisation's, except those of a gated facility the person is
 * not assigned to; and a physician only those where he is one of the clinicians. `alias` names the table,
 * the others the placeholders of `facilityIds` and `onlyOf`. Permissions are the caller's to check.
 */
export const readableSql = (alias: string, facilities: string, onlyOf: string) =>
  `(${alias}.facility_id IS NULL OR ${alias}.facility_id = ANY(${facilities}::uuid[]) OR NOT EXISTS (
     SELECT 1 FROM identity.facility gate WHERE gate.org_id = ${alias}.org_id AND gate.id = ${alias}.facility_id AND gate.is_gated))
   AND (${onlyOf}::uuid IS NULL OR EXISTS (
     SELECT 1 FROM records.encounter_clinician own JOIN records.clinician me ON me.org_id = own.org_id AND me.id = own.clinician_id
     WHERE own.org_id = ${alias}.org_id AND own.encounter_id = ${alias}.id AND me.user_id = ${onlyOf}::uuid))`;

/** Which of these encounters the person may see. */
export async function readable(tx: Tx, principal: Principal, ids: readonly string[]): Promise<Set<string>> {
  const { facilityIds, onlyOf } = chartReader(principal);
  const rows = await tx.query<{ id: string }>(
    `SELECT e.id FROM records.encounter e WHERE e.org_id = $1 AND e.id = ANY($2::uuid[]) AND ${readableSql('e', '$3', '$4')}`,
    [tx.orgId, ids, facilityIds, onlyOf],
  );
  return new Set(rows.map(({ id }) => id));
}
