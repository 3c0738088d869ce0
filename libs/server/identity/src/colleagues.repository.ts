import type { Colleague, Role, User } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { colleagueOf } from './users.repository.ts';

interface ColleagueRecord {
  id: string;
  name: string;
  initials: string;
  roles: Role[];
  state: User['state'];
}

const COLUMNS = 'id, name, initials, roles, state';

/** Everybody by (name, id), from after a key on; who left is there too, since history names them. */
export async function listColleagues(
  tx: Tx,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<Colleague[]> {
  const rows = await tx.query<ColleagueRecord>(
    `SELECT ${COLUMNS} FROM identity.user_account
     WHERE org_id = $1 AND ($2::text IS NULL OR (name, id) > ($2, $3::uuid)) ORDER BY name, id LIMIT $4`,
    [tx.orgId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
  return rows.map(colleagueOf);
}

export async function findColleagues(tx: Tx, ids: readonly string[]): Promise<Colleague[]> {
  const rows = await tx.query<ColleagueRecord>(
    `SELECT ${COLUMNS} FROM identity.user_account WHERE org_id = $1 AND id = ANY($2)`,
    [tx.orgId, ids],
  );
  return rows.map(colleagueOf);
}
