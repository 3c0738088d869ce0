import type { Role } from '@caseboard/contracts';
import { permissionsOf } from '@caseboard/contracts';
import type { Principal, Tx, UnitOfWork } from '@caseboard/server/kernel';

/** A session as read just now: who it belongs to and the moments its end is counted from. */
export interface SeenSession {
  principal: Principal;
  createdAt: Date;
  lastSeenAt: Date;
}

interface SessionRecord {
  org_id: string;
  id: string;
  user_id: string;
  created_at: Date;
  last_seen_at: Date;
  name: string;
  initials: string;
  roles: Role[];
  team_ids: string[];
  facility_ids: string[];
}

const LIVE_SESSIONS = `
  SELECT s.org_id, s.id, s.user_id, s.created_at, s.last_seen_at, u.name, u.initials, u.roles,
    ARRAY(SELECT m.team_id FROM identity.team_member m WHERE m.org_id = s.org_id AND m.user_id = s.user_id) AS team_ids,
    ARRAY(SELECT f.facility_id FROM identity.user_facility f WHERE f.org_id = s.org_id AND f.user_id = s.user_id) AS facility_ids
  FROM identity.session s JOIN identity.user_account u ON u.org_id = s.org_id AND u.id = s.user_id
  WHERE s.ended_at IS NULL AND u.state = 'active'`;

/** The session of a cookie's token in whatever organisation it is; ended ones and disabled people are nobody. */
export async function findByToken(uow: UnitOfWork, tokenHash: string): Promise<SeenSession | undefined> {
  const [row] = await uow.across<SessionRecord>('session', `${LIVE_SESSIONS} AND s.token_hash = $1`, [tokenHash]);
  return row && asSeen(row);
}

export async function findSessions(tx: Tx, ids: readonly string[]): Promise<SeenSession[]> {
  const rows = await tx.query<SessionRecord>(`${LIVE_SESSIONS} AND s.org_id = $1 AND s.id = ANY($2)`, [tx.orgId, ids]);
  return rows.map(asSeen);
}

/** Notes that a session is in use. No audit: it says nothing that the requests' own entries do not. */
export async function markSeen(uow: UnitOfWork, principal: Principal, now: Date): Promise<void> {
  await uow.across(
    'session',
    'UPDATE identity.session SET last_seen_at = $3 WHERE org_id = $1 AND id = $2 AND last_seen_at < $3',
    [principal.orgId, principal.sessionId, now],
  );
}

export async function insertSession(tx: Tx, session: { id: string; userId: string; tokenHash: string }): Promise<void> {
  await tx.execute(
    `INSERT INTO identity.session (org_id, id, user_id, token_hash, created_at, last_seen_at) VALUES ($1, $2, $3, $4, $5, $5)`,
    [tx.orgId, session.id, session.userId, session.tokenHash, tx.now],
  );
}

/** Ends one session of a person; false when it had ended already. */
export async function endSession(tx: Tx, userId: string, id: string): Promise<boolean> {
  const ended = await tx.execute(
    'UPDATE identity.session SET ended_at = $4 WHERE org_id = $1 AND user_id = $2 AND id = $3 AND ended_at IS NULL',
    [tx.orgId, userId, id, tx.now],
  );
  return ended === 1;
}

/** Ends all sessions of a person; how many there were. */
export async function endSessions(tx: Tx, userId: string): Promise<number> {
  return tx.execute(
    'UPDATE identity.session SET ended_at = $3 WHERE org_id = $1 AND user_id = $2 AND ended_at IS NULL',
    [tx.orgId, userId, tx.now],
  );
}

const asSeen = (row: SessionRecord): SeenSession => ({
  principal: {
    orgId: row.org_id,
    userId: row.user_id,
    sessionId: row.id,
    name: row.name,
    initials: row.initials,
    roles: row.roles,
    permissions: permissionsOf(row.roles),
    teamIds: row.team_ids,
    facilityIds: row.facility_ids,
  },
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
});
