import { Injectable } from '@nestjs/common';
import { SessionsEnded, UserActivated } from '@caseboard/contracts';
import type { User } from '@caseboard/contracts';
import { AppError, Clock, UnitOfWork } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { requireUser } from './add-user.ts';
import { savePassword } from './credentials.repository.ts';
import { dropLinks, findOpenLink, useLink } from './links.repository.ts';
import type { OpenLink } from './links.repository.ts';
import { lockPeople } from './organisations.repository.ts';
import { PasswordHasher } from './password-hasher.service.ts';
import { isWeakPassword } from './password.rules.ts';
import { isLinkToken, tokenHash } from './secret-token.rules.ts';
import { SessionWatch } from './session-watch.service.ts';
import { endSessions } from './sessions.repository.ts';
import { effectsOfUser } from './user-effects.ts';
import { updateUser } from './users.repository.ts';

/** Sets passwords by the links that mails carry. */
@Injectable()
export class Passwords {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly hasher: PasswordHasher,
    private readonly watch: SessionWatch,
    private readonly clock: Clock,
  ) {}

  /**
   * Uses a link up: the password is set, an invited person becomes active, every session of the person ends and
   * nobody is signed in. Throws `identity/link-expired`, or `identity/password-weak`, which leaves the link good.
   */
  async set(ask: { token: string; password: string }): Promise<void> {
    const link = await this.requireLink(ask.token);
    const user = await this.uow.peek(link.orgId, (tx) => requireUser(tx, link.userId));
    if (isWeakPassword(ask.password, user.email)) throw new AppError('identity/password-weak');
    const passwordHash = await this.hasher.hash(ask.password);
    const audit = { action: 'identity.password.reset', kind: 'user', id: user.id };
    await this.uow.actAs(link.orgId, `user:${user.id}`, audit, (tx) => this.apply(tx, link, passwordHash));
    this.watch.forgetUsers(link.orgId, [user.id]);
  }

  private async requireLink(token: string): Promise<OpenLink> {
    const link = isLinkToken(token) ? await findOpenLink(this.uow, tokenHash(token), this.clock.now()) : undefined;
    if (!link) throw new AppError('identity/link-expired');
    return link;
  }

  private async apply(tx: Tx, link: OpenLink, passwordHash: string): Promise<void> {
    await lockPeople(tx);
    const user = await requireUser(tx, link.userId);
    if (user.state === 'disabled' || !(await useLink(tx, link.id))) throw new AppError('identity/link-expired');
    await savePassword(tx, user, passwordHash);
    await dropLinks(tx, user.id);
    await this.endAll(tx, user.id);
    if (user.state === 'invited') await this.activate(tx, user);
  }

  private async endAll(tx: Tx, userId: string): Promise<void> {
    if ((await endSessions(tx, userId)) === 0) return;
    tx.append(SessionsEnded, { id: userId, data: { userId, sessionId: null }, accessUsers: [userId] });
  }

  private async activate(tx: Tx, before: User): Promise<void> {
    await updateUser(tx, { ...before, state: 'active' });
    const rows = await effectsOfUser(tx, before, await requireUser(tx, before.id));
    tx.append(UserActivated, { id: before.id, data: { userId: before.id }, rows, accessUsers: [before.id] });
  }
}
