import type { Colleague, Role, User } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';

interface UserRecord {
  id: string;
  name: string;
  initials: string;
  email: string;
  roles: Role[];
  team_ids: string[];
  facility_ids: string[];
  state: User['state'];
  last_seen_at: Date | null;
  version: number;
}

/** A person about to be written for the first time. */
export interface NewUser {
  id: string;
  email: string;
  name: string;
  initials: string;
  roles: readonly Role[];
  state: User['state'];
}

const COLUMNS = `u.id, u.name, u.initials, u.email, u.roles, u.state, u.version,
  ARRAY(SELECT m.team_id FROM identity.team_member m WHERE m.org_id = u.org_id AND m.user_id = u.id ORDER BY m.team_id) AS team_ids,
  ARRAY(SELECT f.facility_id FROM identity.user_facility f WHERE f.org_id = u.org_id AND f.user_id = u.id ORDER BY f.facility_id) AS facility_ids,
  (SELECT max(s.last_seen_at) FROM identity.session s WHERE s.org_id = u.org_id AND s.user_id = u.id) AS last_seen_at`;

export async function findUser(tx: Tx, id: string): Promise<User | undefined> {
  return (await findUsers(tx, [id]))[0];
}

export async function findUsers(tx: Tx, ids: readonly string[]): Promise<User[]> {
  const rows = await tx.query<UserRecord>(
    `SELECT ${COLUMNS} FROM identity.user_account u WHERE u.org_id = $1 AND u.id = ANY($2) ORDER BY u.id`,
    [tx.orgId, ids],
  );
  return rows.map(asUser);
}

/** People by (name, id), from after a key on. */
export async function listUsers(tx: Tx, after: readonly [string, string] | undefined, limit: number): Promise<User[]> {
  const rows = await tx.query<UserRecord>(
    `SELECT ${COLUMNS} FROM identity.user_account u
     WHERE u.org_id = $1 AND ($2::text IS NULL OR (u.name, u.id) > ($2, $3::uuid)) ORDER BY u.name, u.id LIMIT $4`,
    [tx.orgId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
  return rows.map(asUser);
}

/** Writes a new person; false when the email is taken in this organisation. */
export async function insertUser(tx: Tx, user: NewUser): Promise<boolean> {
  const inserted = await tx.execute(
    `INSERT INTO identity.user_account (org_id, id, email, name, initials, roles, state) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (org_id, email) DO NOTHING`,
    [tx.orgId, user.id, user.email, user.name, user.initials, user.roles, user.state],
  );
  return inserted === 1;
}

/** Writes name, roles and state if the version is still the one in `user`; false when it is not. */
export async function updateUser(tx: Tx, user: User): Promise<boolean> {
  const updated = await tx.execute(
    `UPDATE identity.user_account SET name = $4, initials = $5, roles = $6, state = $7, version = version + 1
     WHERE org_id = $1 AND id = $2 AND version = $3`,
    [tx.orgId, user.id, user.version, user.name, user.initials, user.roles, user.state],
  );
  return updated === 1;
}

/** Active administrators besides one person. */
export async function countOtherAdmins(tx: Tx, userId: string): Promise<number> {
  const [row] = await tx.query<{ count: string }>(
    `SELECT count(*) FROM identity.user_account WHERE org_id = $1 AND id <> $2 AND state = 'active' AND 'admin' = ANY(roles)`,
    [tx.orgId, userId],
  );
  return Number(row?.count ?? 0);
}

export async function activeUserIds(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM identity.user_account WHERE org_id = $1 AND state = 'active' ORDER BY id`,
    [tx.orgId],
  );
  return rows.map((row) => row.id);
}

/** What everybody may see of a person. */
export const colleagueOf = (user: Pick<User, 'id' | 'name' | 'initials' | 'roles' | 'state'>): Colleague => ({
  id: user.id,
  name: user.name,
  initials: user.initials,
  roles: user.roles,
  isActive: user.state === 'active',
});

const asUser = (row: UserRecord): User => ({
  id: row.id,
  name: row.name,
  initials: row.initials,
  email: row.email,
  roles: row.roles,
  teamIds: row.team_ids,
  facilityIds: row.facility_ids,
  state: row.state,
  lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  version: row.version,
});
