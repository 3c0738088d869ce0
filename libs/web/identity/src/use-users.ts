import { user } from '@caseboard/contracts';
import { api } from '@caseboard/web/kernel';
import * as z from 'zod/mini';
import { formOfUser, inviteOf, userPatchOf } from './user-form.rules.ts';
import type { UserForm } from './user-form.rules.ts';
import type { UserAct } from './user-words.rules.ts';

/** Sends the invitation; throws ApiError. */
export const invite = (form: UserForm) => api.post('/users', user, { body: inviteOf(form) });

/** Saves what differs; throws ApiError, with the person as they are when somebody saved first. */
export const changeUser = (id: string, version: number, patch: Partial<UserForm>) =>
  api.patch(`/users/${id}`, user, { body: userPatchOf(patch), version });

/** The person inside a 412. */
export function staleUser(current: unknown): { form: UserForm; version: number } | undefined {
  const row = z.safeParse(user, current).data;
  return row && { form: formOfUser(row), version: row.version };
}

/** Acts that need no form. `version` is the one the person saw. */
export async function act(what: UserAct, { id, version }: { id: string; version: number }): Promise<void> {
  if (what === 'invite-again') await api.post(`/users/${id}/invitations`);
  else if (what === 'end-sessions') await api.delete(`/users/${id}/sessions`);
  else await api.patch(`/users/${id}`, user, { body: { state: what === 'disable' ? 'disabled' : 'active' }, version });
}
