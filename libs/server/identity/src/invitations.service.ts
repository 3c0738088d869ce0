import { Injectable } from '@nestjs/common';
import { UserInvited } from '@caseboard/contracts';
import type { User } from '@caseboard/contracts';
import { AppError, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { addUser, requireUser } from './add-user.ts';
import type { UserToAdd } from './add-user.ts';
import { Links } from './links.service.ts';
import { effectsOfUser } from './user-effects.ts';

const ACTION = 'identity.user.manage';

/** Invites people: an account without a password, and a mail with the link to set one. */
@Injectable()
export class Invitations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly links: Links,
  ) {}

  /** Throws `identity/email-taken`, or `request/invalid` for an unknown team or facility. */
  async invite(caller: Caller, person: UserToAdd): Promise<User> {
    return this.uow.command(caller, { action: ACTION, kind: 'user' }, async (tx) => {
      const user = await addUser(tx, person, 'invited');
      tx.about(user.id);
      const rows = await effectsOfUser(tx, undefined, user);
      tx.append(UserInvited, { id: user.id, data: { userId: user.id }, rows });
      await this.links.send(tx, 'invitation', user);
      return user;
    });
  }

  /** Sends a new link; the earlier one stops working. Throws `request/invalid` for who has set a password. */
  async inviteAgain(caller: Caller, userId: string): Promise<void> {
    await this.uow.command(caller, { action: ACTION, kind: 'user', id: userId }, async (tx) => {
      const user = await requireUser(tx, userId);
      if (user.state !== 'invited') throw notWaiting();
      tx.append(UserInvited, { id: user.id, data: { userId: user.id }, rows: await effectsOfUser(tx, user, user) });
      await this.links.send(tx, 'invitation', user);
    });
  }
}

const notWaiting = () =>
  new AppError('request/invalid', {
    errors: [{ pointer: '/state', message: 'This person is not waiting for an invitation.' }],
  });
