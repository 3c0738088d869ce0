import type { Chore, UnitOfWork } from '@caseboard/server/kernel';

const HOUR_MS = 3_600_000;

/**
 * Forgets sessions and links a month after they were of use, but not a person's latest session: it says when
 * they were last seen.
 */
export const forgetOldSessions = (uow: UnitOfWork): Chore => ({
  name: 'identity.forget-sessions',
  everyMs: HOUR_MS,
  run: async (orgId) => {
    await uow.actAs(orgId, 'rule:forget-sessions', { action: 'rule.forget-sessions', kind: 'session' }, async (tx) => {
      const monthAgo = new Date(tx.now.getTime() - 30 * 24 * HOUR_MS);
      await tx.execute('DELETE FROM identity.link WHERE org_id = $1 AND expires_at < $2', [orgId, monthAgo]);
      await tx.execute(
        `DELETE FROM identity.session s WHERE s.org_id = $1 AND s.last_seen_at < $2 AND EXISTS (
           SELECT 1 FROM identity.session later
           WHERE later.org_id = s.org_id AND later.user_id = s.user_id AND (later.last_seen_at, later.id) > (s.last_seen_at, s.id))`,
        [orgId, monthAgo],
      );
    });
  },
});

/** Forgets counted guesses whose time is over; they belong to no organisation. */
export const forgetOldGuesses = (uow: UnitOfWork): Chore => ({
  name: 'identity.forget-guesses',
  everyMs: HOUR_MS,
  run: async () => {
    await uow.across('sign-in', 'DELETE FROM identity.throttle WHERE expire < $1', [Date.now() - HOUR_MS]);
  },
});
