import { Injectable } from '@nestjs/common';
import { SessionsEnded, UserActivated, UserChanged } from '@caseboard/contracts';
import type { Page, User } from '@caseboard/contracts';
import { AppError, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { addUser, requireKnown, requireUser } from './add-user.ts';
import type { UserToAdd } from './add-user.ts';
import { hasPassword, savePassword } from './credentials.repository.ts';
import { dropLinks } from './links.repository.ts';
import { setFacilities, setTeams } from './memberships.repository.ts';
import { lockPeople } from './organisations.repository.ts';
import { pageByName } from './pages.ts';
import type { PageAsk } from './pages.ts';
import { PasswordHasher } from './password-hasher.service.ts';
import { isWeakPassword } from './password.rules.ts';
import { SessionWatch } from './session-watch.service.ts';
import { endSessions } from './sessions.repository.ts';
import { effectsOfUser } from './user-effects.ts';
import { changedFields, patched, requireAdminStays } from './user.rules.ts';
import type { UserPatch } from './user.rules.ts';
import { countOtherAdmins, listUsers, updateUser } from './users.repository.ts';

const MANAGE = 'identity.user.manage';

/** A person who can sign in at once; for samples and the command line. */
export interface UserWithPassword extends UserToAdd {
  password: string;
  /** Samples may have a password that is easy to type. */
  mayBeWeak?: boolean;
}

/** The people of an organisation, as administrators handle them. */
@Injectable()
export class Users {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly hasher: PasswordHasher,
    private readonly watch: SessionWatch,
  ) {}

  async list(caller: Caller, ask: PageAsk): Promise<Page<User>> {
    const audit = { action: 'identity.user.read', kind: 'user' };
    return this.uow.read(caller, audit, (tx) => pageByName(tx, 'users', ask, listUsers));
  }

  /**
   * Changes name, roles, teams, facilities or state. Disabling ends all sessions and links. Throws
   * `request/stale` with the row as it is, `identity/last-admin`, `request/invalid` for unknown teams or facilities.
   */
  async change(caller: Caller, id: string, patch: UserPatch): Promise<User> {
    const user = await this.uow.command(caller, { action: MANAGE, kind: 'user', id }, async (tx) => {
      await lockPeople(tx);
      const before = await requireUser(tx, id);
      if (before.version !== caller.ifMatch) throw new AppError('request/stale', { current: before });
      const after = patched(before, patch, await hasPassword(tx, id));
      requireAdminStays(before, after, await countOtherAdmins(tx, id));
      return this.save(tx, before, after);
    });
    this.watch.forgetUsers(caller.principal.orgId, [id]);
    return user;
  }

  /** Ends every session of a person; they may sign in again. */
  async endAllSessions(caller: Caller, id: string): Promise<void> {
    await this.uow.command(caller, { action: MANAGE, kind: 'user', id }, async (tx) => {
      await requireUser(tx, id);
      await endAll(tx, id);
    });
    this.watch.forgetUsers(caller.principal.orgId, [id]);
  }

  /** Adds an active person. Throws `identity/email-taken` and, unless it may be weak, `identity/password-weak`. */
  async create(orgId: string, person: UserWithPassword): Promise<User> {
    const email = person.email.trim().toLowerCase();
    if (!person.mayBeWeak && isWeakPassword(person.password, email)) throw new AppError('identity/password-weak');
    const passwordHash = await this.hasher.hash(person.password);
    return this.uow.actAs(orgId, 'rule:user-add', { action: MANAGE, kind: 'user' }, async (tx) => {
      const user = await addUser(tx, { ...person, email }, 'active');
      tx.about(user.id);
      await savePassword(tx, user, passwordHash);
      const rows = await effectsOfUser(tx, undefined, user);
      tx.append(UserActivated, { id: user.id, data: { userId: user.id }, rows });
      return user;
    });
  }

  private async save(tx: Tx, before: User, after: User): Promise<User> {
    const fields = changedFields(before, after);
    if (fields.length === 0) return before;
    await requireKnown(tx, after);
    if (!(await updateUser(tx, after)))
      throw new AppError('request/stale', { current: await requireUser(tx, after.id) });
    if (fields.includes('teamIds')) await setTeams(tx, after.id, after.teamIds);
    if (fields.includes('facilityIds')) await setFacilities(tx, after.id, after.facilityIds);
    const saved = await requireUser(tx, after.id);
    const rows = await effectsOfUser(tx, before, saved);
    tx.append(UserChanged, { id: saved.id, data: { userId: saved.id, fields }, rows, accessUsers: [saved.id] });
    if (saved.state === 'disabled') await shutOut(tx, saved.id);
    return saved;
  }
}

async function shutOut(tx: Tx, userId: string): Promise<void> {
  await dropLinks(tx, userId);
  await endAll(tx, userId);
}

async function endAll(tx: Tx, userId: string): Promise<void> {
  if ((await endSessions(tx, userId)) === 0) return;
  tx.append(SessionsEnded, { id: userId, data: { userId, sessionId: null }, accessUsers: [userId] });
}
