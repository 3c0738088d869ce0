import type { Principal } from '@caseboard/server/kernel';

/** A session that is good now, and when it ends by itself unless it is used again before. */
export interface LiveSession {
  principal: Principal;
  expiresAt: Date;
}

/** What sockets ask of sessions; identity answers, fresh from the database. Asking is no use of a session. */
export interface SessionLookup {
  /** Whom a cookie's token belongs to; undefined: nobody, ended, run out, or disabled. */
  liveByToken(token: string): Promise<LiveSession | undefined>;
  /** Those of many sessions that are good now, by id, in one read. */
  sessionsOf(orgId: string, sessionIds: readonly string[]): Promise<Map<string, LiveSession>>;
  /** Rights of these people changed: what this node remembers of them for requests is void. */
  forgetUsers(orgId: string, userIds: readonly string[]): void;
}

/** Nest asks for this token where sockets look up sessions. */
export const SESSION_LOOKUP = Symbol('session-lookup');
