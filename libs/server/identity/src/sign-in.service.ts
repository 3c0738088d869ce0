import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AppError, UnitOfWork } from '@caseboard/server/kernel';
import type { Principal } from '@caseboard/server/kernel';
import { credentialsOf } from './credentials.repository.ts';
import type { Credential } from './credentials.repository.ts';
import { PasswordHasher } from './password-hasher.service.ts';
import { Sessions } from './sessions.service.ts';
import type { OpenedSession } from './sessions.service.ts';
import { Throttle } from './throttle.service.ts';
import { Turnstile } from './turnstile.ts';

/** Where an attempt comes from. */
export interface Origin {
  ip: string;
  traceId: string;
  /** The session the browser still has, if it is good. */
  previous?: Principal;
}

const CHECKS_AT_ONCE = 3;
const LONGEST_LINE = 2000;

/** A refusal takes at least this long, whatever made it: above what checking and noting it takes. */
const REFUSAL_MS = 250;

/** Signs people in by email and password. */
@Injectable()
export class SignIn {
  private readonly turnstile = new Turnstile(CHECKS_AT_ONCE, LONGEST_LINE);

  constructor(
    private readonly uow: UnitOfWork,
    private readonly throttle: Throttle,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Opens a session with a new secret and ends the one the browser had. Throws `identity/too-many-attempts`, or
   * `identity/wrong-credentials` alike and after the same time for a wrong password, an unknown email and a
   * disabled person.
   */
  async signIn(ask: { email: string; password: string }, from: Origin): Promise<OpenedSession> {
    const started = performance.now();
    const { opened, known } = await this.turnstile.run(() => this.attempt(ask, from));
    if (!opened) return this.refuse(known, from, started);
    if (from.previous) await this.sessions.replace(from.previous);
    return opened;
  }

  private async attempt(ask: { email: string; password: string }, from: Origin) {
    const attempt = { email: ask.email, ip: from.ip };
    await this.throttle.countSignIn(attempt);
    const known = await credentialsOf(this.uow, ask.email);
    const opened = await this.openFirst(known, ask.password);
    if (opened) await this.throttle.forgiveSignIn(attempt);
    return { opened, known };
  }

  /** The same email may be known to several organisations; the password says which is meant. */
  private async openFirst(known: Credential[], password: string): Promise<OpenedSession | undefined> {
    if (known.length === 0) await this.hasher.pretend(password);
    for (const { orgId, userId, passwordHash } of known) {
      if (!(await this.hasher.verify(passwordHash, password))) continue;
      const opened = await this.sessions.open(orgId, userId);
      if (opened) return opened;
    }
    return undefined;
  }

  private async refuse(known: Credential[], from: Origin, started: number): Promise<never> {
    await Promise.all([
      ...known.map((credential) => this.note(credential, from)),
      sleep(Math.max(0, REFUSAL_MS - (performance.now() - started))),
    ]);
    throw new AppError('identity/wrong-credentials');
  }

  private note({ orgId, userId }: Credential, { traceId }: Origin): Promise<void> {
    const audit = { action: 'identity.session.create', kind: 'user', id: userId };
    return this.uow.refused({ orgId, actor: 'rule:sign-in', traceId, audit }, 'identity/wrong-credentials');
  }
}
