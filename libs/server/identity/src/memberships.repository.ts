import type { Tx } from '@caseboard/server/kernel';

/** Makes a person a member of exactly these teams. */
export async function setTeams(tx: Tx, userId: string, teamIds: readonly string[]): Promise<void> {
  await tx.execute(
    'DELETE FROM identity.team_member WHERE org_id = $1 AND user_id = $2 AND NOT (team_id = ANY($3::uuid[]))',
    [tx.orgId, userId, teamIds],
  );
  await tx.execute(
    `INSERT INTO identity.team_member (org_id, team_id, user_id)
     SELECT $1, t.id, $2 FROM unnest($3::uuid[]) AS t(id) ORDER BY t.id ON CONFLICT DO NOTHING`,
    [tx.orgId, userId, teamIds],
  );
}

/** Assigns a person to exactly these facilities. */
export async function setFacilities(tx: Tx, userId: string, facilityIds: readonly string[]): Promise<void> {
  await tx.execute(
    'DELETE FROM identity.user_facility WHERE org_id = $1 AND user_id = $2 AND NOT (facility_id = ANY($3::uuid[]))',
    [tx.orgId, userId, facilityIds],
  );
  await tx.execute(
    `INSERT INTO identity.user_facility (org_id, user_id, facility_id)
     SELECT $1, $2, f.id FROM unnest($3::uuid[]) AS f(id) ORDER BY f.id ON CONFLICT DO NOTHING`,
    [tx.orgId, userId, facilityIds],
  );
}
