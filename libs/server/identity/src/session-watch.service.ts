import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '@caseboard/server/kernel';
import type { Principal, SessionSource } from '@caseboard/server/kernel';
import { PrincipalCache } from './principal-cache.ts';
import { isSessionToken, tokenHash } from './secret-token.rules.ts';
import { SEEN_EVERY_MS, sessionExpiry } from './session-limits.rules.ts';
import { findByToken, findSessions, markSeen } from './sessions.repository.ts';
import type { SeenSession } from './sessions.repository.ts';

/** A session that is good now, and when it ends by itself unless it is used again before. */
export interface LiveSession {
  principal: Principal;
  expiresAt: Date;
}

/** Who a cookie or a session belongs to. What it says is at most two seconds old, on every node. */
@Injectable()
export class SessionWatch implements SessionSource {
  private readonly cache = new PrincipalCache();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Who asks by request; counts as use of the session. */
  async principalOf(cookieToken: string): Promise<Principal | undefined> {
    if (!isSessionToken(cookieToken)) return undefined;
    const hash = tokenHash(cookieToken);
    const seen = await this.cache.get(hash, () => this.readAndMark(hash));
    return seen && this.live(seen)?.principal;
  }

  /** Who opens a socket: read afresh, and no use of the session. */
  async liveByToken(cookieToken: string): Promise<LiveSession | undefined> {
    if (!isSessionToken(cookieToken)) return undefined;
    const seen = await findByToken(this.uow, tokenHash(cookieToken));
    return seen && this.live(seen);
  }

  /** A session as it is now; undefined when it ended, ran out, or its person was disabled. */
  async principalBySession(orgId: string, sessionId: string): Promise<Principal | undefined> {
    return (await this.sessionsOf(orgId, [sessionId])).get(sessionId)?.principal;
  }

  /** When a session ends unless it is used again before; undefined when it is over. */
  async expiresAt(orgId: string, sessionId: string): Promise<Date | undefined> {
    return (await this.sessionsOf(orgId, [sessionId])).get(sessionId)?.expiresAt;
  }

  /** Those of many sessions that are good now, by id, in one read. */
  async sessionsOf(orgId: string, sessionIds: readonly string[]): Promise<Map<string, LiveSession>> {
    const found = await this.uow.peek(orgId, (tx) => findSessions(tx, sessionIds));
    const live = found.map((seen) => this.live(seen)).filter((session) => session !== undefined);
    return new Map(live.map((session) => [session.principal.sessionId, session]));
  }

  /** Rights or sessions of these people changed: what this node remembers of them is void. */
  forgetUsers(orgId: string, userIds: readonly string[]): void {
    this.cache.forget(orgId, userIds);
  }

  private async readAndMark(hash: string): Promise<SeenSession | undefined> {
    const seen = await findByToken(this.uow, hash);
    if (!seen || !this.live(seen)) return undefined;
    const now = this.clock.now();
    if (now.getTime() - seen.lastSeenAt.getTime() < SEEN_EVERY_MS) return seen;
    await markSeen(this.uow, seen.principal, now);
    return { ...seen, lastSeenAt: now };
  }

  private live(seen: SeenSession): LiveSession | undefined {
    const expiresAt = sessionExpiry(seen);
    return expiresAt > this.clock.now() ? { principal: seen.principal, expiresAt } : undefined;
  }
}
