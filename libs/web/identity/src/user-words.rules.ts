import type { User } from '@caseboard/contracts';
import { rolesLine } from './role-words.rules.ts';

type State = User['state'];

/** A state in a word, and the tone of its tag. */
export const STATE_WORDS: Record<State, { word: string; tone: 'good' | 'wait' | undefined }> = {
  active: { word: 'Active', tone: 'good' },
  invited: { word: 'Invited', tone: 'wait' },
  disabled: { word: 'Disabled', tone: undefined },
};

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The line of truth over the list: `12 people, 1 invited, 2 disabled`. */
export function peopleLine(users: readonly Pick<User, 'state'>[]): string {
  const count = (state: State) => users.filter((user) => user.state === state).length;
  const parts = (['invited', 'disabled'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `${count(state)} ${state}`);
  return [plural(users.length, 'person', 'people'), ...parts].join(', ');
}

/** Names for ids, as far as they are known here; an unknown one is not shown. */
export const namesOf = (ids: readonly string[], byId: ReadonlyMap<string, { name: string }>): string =>
  ids
    .flatMap((id) => byId.get(id)?.name ?? [])
    .sort((a, b) => a.localeCompare(b))
    .join(', ');

/** Whether a person answers to what somebody typed: part of the name, the address or a role. */
export function answersTo(user: Pick<User, 'name' | 'email' | 'roles'>, typed: string): boolean {
  const text = `${user.name} ${user.email} ${rolesLine(user.roles)}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** An act on a person, as the menu at the row's end offers it. */
export type UserAct = 'disable' | 'enable' | 'invite-again' | 'end-sessions';

/** What can be done with a person in a state. */
export const ACTS: Record<State, readonly UserAct[]> = {
  active: ['end-sessions', 'disable'],
  invited: ['invite-again', 'disable'],
  disabled: ['enable'],
};
