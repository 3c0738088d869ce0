import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { LOG, UnitOfWork } from '@caseboard/server/kernel';
import type { Log, Tx } from '@caseboard/server/kernel';
import { credentialsOf } from './credentials.repository.ts';
import type { Credential } from './credentials.repository.ts';
import { Links } from './links.service.ts';
import { Throttle } from './throttle.service.ts';
import type { Attempt } from './throttle.service.ts';
import { findUser } from './users.repository.ts';

/** Answers "I forgot my password". */
@Injectable()
export class PasswordResets implements OnModuleDestroy {
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly throttle: Throttle,
    private readonly links: Links,
    @Inject(LOG) private readonly log: Pick<Log, 'warn'>,
  ) {}

  /**
   * Resolves at once, whether the email is known or not; mails follow, one for each account that is active.
   * Throws `identity/too-many-attempts` alike for both.
   */
  async request(attempt: Attempt): Promise<void> {
    await this.throttle.countReset(attempt);
    this.working = this.working.then(() => this.mail(attempt.email));
  }

  /** Resolves when what was asked for so far is mailed or given up. */
  idle(): Promise<void> {
    return this.working;
  }

  onModuleDestroy(): Promise<void> {
    return this.working;
  }

  /** The person who gets no mail asks again: a failure is only noted. */
  private async mail(email: string): Promise<void> {
    try {
      for (const known of await credentialsOf(this.uow, email)) await this.mailOne(known);
    } catch (error) {
      this.log.warn({ type: error instanceof Error ? error.name : typeof error }, 'a reset mail was not sent');
    }
  }

  private mailOne({ orgId, userId }: Credential): Promise<void> {
    const audit = { action: 'identity.password.reset', kind: 'user', id: userId };
    return this.uow.actAs(orgId, 'rule:password-reset', audit, (tx) => this.sendLink(tx, userId));
  }

  private async sendLink(tx: Tx, userId: string): Promise<void> {
    const user = await findUser(tx, userId);
    if (user?.state === 'active') await this.links.send(tx, 'reset', user);
  }
}
