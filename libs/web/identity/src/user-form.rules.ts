import type { Role, User } from '@caseboard/contracts';
import type { FieldErrors } from '@caseboard/web/kernel';

/** What the drawer for a person edits. Teams and facilities are ids. */
export interface UserForm {
  name: string;
  email: string;
  roles: Role[];
  teamIds: string[];
  facilityIds: string[];
}

export const EMPTY_USER: UserForm = { name: '', email: '', roles: [], teamIds: [], facilityIds: [] };

export const formOfUser = ({ name, email, roles, teamIds, facilityIds }: User): UserForm => ({
  name,
  email,
  roles,
  teamIds,
  facilityIds,
});

const LOOKS_LIKE_EMAIL = /^\S+@\S+\.\S+$/;

/** What is wrong before anything is sent; the server checks again. */
export function checkUser({ name, email, roles }: UserForm): FieldErrors {
  return {
    ...(name.trim() === '' ? { name: 'Write the name colleagues will see.' } : {}),
    ...(LOOKS_LIKE_EMAIL.test(email.trim()) ? {} : { email: 'Write a whole address, such as ana@hospital.org.' }),
    ...(roles.length === 0 ? { roles: 'Choose at least one role.' } : {}),
  };
}

/** The body of an invitation: what is empty is left out. */
export const inviteOf = ({ name, email, roles, teamIds, facilityIds }: UserForm) => ({
  name: name.trim(),
  email: email.trim(),
  roles,
  ...(teamIds.length > 0 ? { teamIds } : {}),
  ...(facilityIds.length > 0 ? { facilityIds } : {}),
});

/** The patch of a person: the address is fixed once invited. */
export function userPatchOf({ email: _, ...patch }: Partial<UserForm>): Partial<Omit<UserForm, 'email'>> {
  return patch.name === undefined ? patch : { ...patch, name: patch.name.trim() };
}
