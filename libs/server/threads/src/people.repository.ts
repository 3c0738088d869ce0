import { permissionsOf } from '@caseboard/contracts';
import type { Role } from '@caseboard/contracts';
import type { Principal, Tx } from '@caseboard/server/kernel';

/** Active people as the rules of access see them; who is unknown or not active is missing. */
export async function findReaders(tx: Tx, userIds: readonly string[]): Promise<Principal[]> {
  const rows = await tx.query<{ id: string; name: string; initials: string; roles: Role[]; facilityIds: string[] }>(
    `SELECT u.id, u.name, u.initials, u.roles,
       ARRAY(SELECT f.facility_id FROM identity.user_facility f WHERE f.org_id = u.org_id AND f.user_id = u.id) AS "facilityIds"
     FROM identity.user_account u WHERE u.org_id = $1 AND u.id = ANY($2::uuid[]) AND u.state = 'active'`,
    [tx.orgId, userIds],
  );
  return rows.map(({ id, name, initials, roles, facilityIds }) => ({
    orgId: tx.orgId,
    userId: id,
    sessionId: '',
    name,
    initials,
    roles,
    permissions: permissionsOf(roles),
    teamIds: [],
    facilityIds,
  }));
}
