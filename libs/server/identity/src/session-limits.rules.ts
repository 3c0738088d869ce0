const HOUR_MS = 3_600_000;

/**
 * A session nobody used ends: automatic logoff (45 CFR 164.312(a)(2)(iii)). Only requests are use; heartbeats
 * and sockets are not. One shift long, so that it never hits somebody at work.
 */
const SESSION_IDLE_MS = 12 * HOUR_MS;

/** Even a session in use ends a day after signing in. */
const SESSION_LIMIT_MS = 24 * HOUR_MS;

/** How stale `lastSeenAt` may be: one write a minute and session, whatever it asks. */
export const SEEN_EVERY_MS = 60_000;

/** How long a node may go on with what it read of a session; revocation must hold within 5 s. */
export const PRINCIPAL_FRESH_MS = 2000;

/** When a session ends by itself unless it is used again before. */
export function sessionExpiry(session: { createdAt: Date; lastSeenAt: Date }): Date {
  return new Date(
    Math.min(session.createdAt.getTime() + SESSION_LIMIT_MS, session.lastSeenAt.getTime() + SESSION_IDLE_MS),
  );
}
