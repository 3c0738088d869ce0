import type { User } from '@caseboard/contracts';
import { userPatch } from '@caseboard/contracts';
import { AppError } from '@caseboard/server/kernel';
import type { infer as Infer } from 'zod/mini';
import { initialsOf } from './initials.rules.ts';

export type UserPatch = Infer<typeof userPatch>;
export type UserField = 'name' | 'roles' | 'teamIds' | 'facilityIds' | 'state';

const FIELDS: readonly UserField[] = ['name', 'roles', 'teamIds', 'facilityIds', 'state'];

/**
 * The person after a merge patch; lists are sets. Throws `request/invalid` when somebody who never set a
 * password should become active: only the invitation does that.
 */
export function patched(before: User, patch: UserPatch, hasPassword: boolean): User {
  const name = patch.name ?? before.name;
  return {
    ...before,
    name,
    initials: patch.name === undefined ? before.initials : initialsOf(name),
    roles: distinct(patch.roles) ?? before.roles,
    teamIds: distinct(patch.teamIds) ?? before.teamIds,
    facilityIds: distinct(patch.facilityIds) ?? before.facilityIds,
    state: patch.state === undefined ? before.state : stateAfter(before, patch.state, hasPassword),
  };
}

function stateAfter(before: User, asked: 'active' | 'disabled', hasPassword: boolean): User['state'] {
  if (asked === 'disabled' || hasPassword) return asked;
  if (before.state === 'disabled') return 'invited';
  const errors = [{ pointer: '/state', message: 'This person has not set a password yet.' }];
  throw new AppError('request/invalid', { errors });
}

/** The fields in which two states of a person differ. */
export const changedFields = (before: User, after: User): UserField[] =>
  FIELDS.filter((field) => setOf(before[field]) !== setOf(after[field]));

/** May act as an administrator now. */
const isActingAdmin = (user: Pick<User, 'roles' | 'state'>) => user.state === 'active' && user.roles.includes('admin');

/** Throws `identity/last-admin` when a change would leave nobody who can administer the organisation. */
export function requireAdminStays(before: User, after: User, otherAdmins: number): void {
  if (isActingAdmin(before) && !isActingAdmin(after) && otherAdmins === 0) throw new AppError('identity/last-admin');
}

const distinct = <T>(list: T[] | undefined) => list && [...new Set(list)];
const setOf = (value: string | string[]) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
