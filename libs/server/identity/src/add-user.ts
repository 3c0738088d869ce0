import type { Role, User } from '@caseboard/contracts';
import { AppError } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { findFacilities } from './facilities.repository.ts';
import { initialsOf } from './initials.rules.ts';
import { setFacilities, setTeams } from './memberships.repository.ts';
import { findTeams } from './teams.repository.ts';
import { findUser, insertUser } from './users.repository.ts';

/** A person to add: lower-case email, at least one role. */
export interface UserToAdd {
  email: string;
  name: string;
  roles: readonly Role[];
  teamIds?: readonly string[] | undefined;
  facilityIds?: readonly string[] | undefined;
}

/** Writes a person with teams and facilities. Throws `identity/email-taken`, or `request/invalid` for unknown ones. */
export async function addUser(tx: Tx, person: UserToAdd, state: User['state']): Promise<User> {
  const { teamIds = [], facilityIds = [], email, name } = person;
  await requireKnown(tx, { teamIds, facilityIds });
  const id = uuidv7();
  const roles = [...new Set(person.roles)];
  const isNew = await insertUser(tx, { id, email, name, initials: initialsOf(name), roles, state });
  if (!isNew) throw new AppError('identity/email-taken');
  await setTeams(tx, id, teamIds);
  await setFacilities(tx, id, facilityIds);
  return requireUser(tx, id);
}

/** A person of this organisation; throws `request/not-found`. */
export async function requireUser(tx: Tx, id: string): Promise<User> {
  const user = await findUser(tx, id);
  if (!user) throw new AppError('request/not-found');
  return user;
}

/** Throws `request/invalid` unless all these teams and facilities are the organisation's. */
export async function requireKnown(
  tx: Tx,
  named: { teamIds: readonly string[]; facilityIds: readonly string[] },
): Promise<void> {
  const teams = new Set(named.teamIds);
  const facilities = new Set(named.facilityIds);
  const isAllKnown = {
    '/teamIds': teams.size === (await findTeams(tx, [...teams])).length,
    '/facilityIds': facilities.size === (await findFacilities(tx, [...facilities])).length,
  };
  const errors = Object.entries(isAllKnown)
    .filter(([, isKnown]) => !isKnown)
    .map(([pointer]) => ({ pointer, message: 'One of these does not exist.' }));
  if (errors.length > 0) throw new AppError('request/invalid', { errors });
}
