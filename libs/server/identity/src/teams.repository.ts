import type { Team } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';

interface TeamRecord {
  id: string;
  name: string;
  member_ids: string[];
  version: number;
}

const COLUMNS = `t.id, t.name, t.version,
  ARRAY(SELECT m.user_id FROM identity.team_member m WHERE m.org_id = t.org_id AND m.team_id = t.id ORDER BY m.user_id) AS member_ids`;

export async function findTeams(tx: Tx, ids: readonly string[]): Promise<Team[]> {
  const rows = await tx.query<TeamRecord>(
    `SELECT ${COLUMNS} FROM identity.team t WHERE t.org_id = $1 AND t.id = ANY($2) ORDER BY t.id`,
    [tx.orgId, ids],
  );
  return rows.map(asTeam);
}

/** Teams by (name, id), from after a key on. */
export async function listTeams(tx: Tx, after: readonly [string, string] | undefined, limit: number): Promise<Team[]> {
  const rows = await tx.query<TeamRecord>(
    `SELECT ${COLUMNS} FROM identity.team t
     WHERE t.org_id = $1 AND ($2::text IS NULL OR (t.name, t.id) > ($2, $3::uuid)) ORDER BY t.name, t.id LIMIT $4`,
    [tx.orgId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
  return rows.map(asTeam);
}

export async function insertTeam(tx: Tx, team: { id: string; name: string }): Promise<void> {
  await tx.execute('INSERT INTO identity.team (org_id, id, name) VALUES ($1, $2, $3)', [tx.orgId, team.id, team.name]);
}

/** Writes the name if the version is still the one in `team`; false when it is not. */
export async function updateTeam(tx: Tx, team: Team): Promise<boolean> {
  const updated = await tx.execute(
    'UPDATE identity.team SET name = $4, version = version + 1 WHERE org_id = $1 AND id = $2 AND version = $3',
    [tx.orgId, team.id, team.version, team.name],
  );
  return updated === 1;
}

const asTeam = (row: TeamRecord): Team => ({
  id: row.id,
  name: row.name,
  memberIds: row.member_ids,
  version: row.version,
});
