import { Injectable } from '@nestjs/common';
import { SessionsEnded } from '@caseboard/contracts';
import type { Session } from '@caseboard/contracts';
import { AppError, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Principal, Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { newSessionToken, tokenHash } from './secret-token.rules.ts';
import { sessionExpiry } from './session-limits.rules.ts';
import { sessionView } from './session-view.ts';
import { SessionWatch } from './session-watch.service.ts';
import { endSession, insertSession } from './sessions.repository.ts';

/** A fresh session: the secret for the cookie, which exists nowhere else, and what to tell the person. */
export interface OpenedSession {
  token: string;
  session: Session;
}

/** Begins, describes and ends sessions. */
@Injectable()
export class Sessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly watch: SessionWatch,
  ) {}

  /** Begins a session; undefined when the person may not be signed in. */
  async open(orgId: string, userId: string): Promise<OpenedSession | undefined> {
    const id = uuidv7();
    const audit = { action: 'identity.session.create', kind: 'session', id };
    return this.uow.actAs(orgId, `user:${userId}`, audit, async (tx) => {
      const expiresAt = sessionExpiry({ createdAt: tx.now, lastSeenAt: tx.now });
      const session = await sessionView(tx, userId, expiresAt);
      if (!session) return undefined;
      const token = newSessionToken();
      await insertSession(tx, { id, userId, tokenHash: tokenHash(token) });
      return { token, session };
    });
  }

  /** The caller's own session. */
  async read(caller: Caller): Promise<Session> {
    const { orgId, userId, sessionId } = caller.principal;
    const expiresAt = await this.watch.expiresAt(orgId, sessionId);
    const audit = { action: 'identity.session.read', kind: 'session', id: sessionId };
    const session = expiresAt && (await this.uow.read(caller, audit, (tx) => sessionView(tx, userId, expiresAt)));
    if (!session) throw new AppError('access/no-session');
    return session;
  }

  /** Signs out: this one session ends, everywhere. */
  async end(caller: Caller): Promise<void> {
    const { principal } = caller;
    const audit = { action: 'identity.session.end', kind: 'session', id: principal.sessionId };
    await this.uow.command(caller, audit, (tx) => this.endOne(tx, principal));
    this.watch.forgetUsers(principal.orgId, [principal.userId]);
  }

  /** Ends the session a browser still had when somebody signed in on it: a session never outlives a sign-in. */
  async replace(previous: Principal): Promise<void> {
    const audit = { action: 'identity.session.end', kind: 'session', id: previous.sessionId };
    await this.uow.actAs(previous.orgId, `user:${previous.userId}`, audit, (tx) => this.endOne(tx, previous));
    this.watch.forgetUsers(previous.orgId, [previous.userId]);
  }

  private async endOne(tx: Tx, { userId, sessionId }: Principal): Promise<void> {
    if (!(await endSession(tx, userId, sessionId))) return;
    tx.append(SessionsEnded, { id: userId, data: { userId, sessionId }, accessUsers: [userId] });
  }
}
