import type { Facility, Team, User } from '@caseboard/contracts';
import { useConnection, useRowForm } from '@caseboard/web/kernel';
import { FormDrawer, FormProblem, notifyDone, useDrawerLife } from '@caseboard/web/ui';
import { MultiSelect, TextInput } from '@mantine/core';
import { byName } from '../directory.sources.ts';
import { rolesLine } from '../role-words.rules.ts';
import { changeUser, invite, staleUser } from '../use-users.ts';
import { checkUser, EMPTY_USER, formOfUser } from '../user-form.rules.ts';
import type { UserForm } from '../user-form.rules.ts';
import { namesOf } from '../user-words.rules.ts';
import { RoleChoice } from './role-choice.tsx';

/** Props of `PersonDrawer`. */
export interface PersonDrawerProps {
  /** The person as they are now, or nobody to invite one. */
  user: User | undefined;
  teams: ReadonlyMap<string, Team>;
  facilities: ReadonlyMap<string, Facility>;
  onGone: () => void;
}

const LABELS = { name: 'Name', roles: 'Roles', teamIds: 'Teams', facilityIds: 'Facilities' };
const CODE_FIELDS = { 'identity/email-taken': 'email', 'identity/last-admin': 'roles' } as const;

/** Invites a person, or changes one. */
export function PersonDrawer({ user, teams, facilities, onGone }: PersonDrawerProps) {
  const { isOpen, close } = useDrawerLife(onGone);
  const isOffline = useConnection().state === 'offline';
  const form = useRowForm<UserForm>({
    form: user ? formOfUser(user) : EMPTY_USER,
    version: user?.version ?? 0,
    check: checkUser,
    codeFields: CODE_FIELDS,
    readStale: staleUser,
  });
  const save = async () => {
    const isSaved = await form.submit((patch, version, mine) =>
      user ? changeUser(user.id, version, patch) : invite(mine),
    );
    if (!isSaved) return;
    notifyDone(user ? `${form.values.name} is saved` : `The invitation is on its way to ${form.values.email}`);
    close();
  };
  return (
    <FormDrawer
      isOpen={isOpen}
      onClose={close}
      title={user ? user.name : 'Invite person'}
      submitLabel={user ? 'Save' : 'Send invitation'}
      onSubmit={() => void save()}
      isBusy={form.isBusy}
      offReason={isOffline ? 'Needs a connection' : undefined}
      error={
        <FormProblem
          form={form}
          labels={LABELS}
          show={(field, value) => wordsOfField(field, value, teams, facilities)}
        />
      }
    >
      <TextInput
        label="Name"
        value={form.values.name}
        error={form.errors.name}
        onChange={(event) => form.set('name', event.currentTarget.value)}
      />
      <TextInput
        type="email"
        label="Email"
        {...(user
          ? { description: 'The address is who they are here; it does not change.', disabled: true }
          : { description: 'A link to set a password goes there.' })}
        value={form.values.email}
        error={form.errors.email}
        onChange={(event) => form.set('email', event.currentTarget.value)}
      />
      <RoleChoice roles={form.values.roles} error={form.errors.roles} onChange={(roles) => form.set('roles', roles)} />
      <MultiSelect
        label="Teams"
        placeholder={form.values.teamIds.length === 0 ? 'None' : ''}
        data={optionsOf(teams)}
        value={form.values.teamIds}
        error={form.errors.teamIds}
        onChange={(ids) => form.set('teamIds', ids)}
        searchable
      />
      <MultiSelect
        label="Facilities"
        description="Needed only to see the cases of gated facilities."
        placeholder={form.values.facilityIds.length === 0 ? 'None' : ''}
        data={optionsOf(facilities)}
        value={form.values.facilityIds}
        error={form.errors.facilityIds}
        onChange={(ids) => form.set('facilityIds', ids)}
        searchable
      />
    </FormDrawer>
  );
}

const optionsOf = (rows: ReadonlyMap<string, { id: string; name: string }>) =>
  byName([...rows.values()]).map(({ id, name }) => ({ value: id, label: name }));

function wordsOfField(
  field: keyof UserForm,
  value: UserForm[keyof UserForm],
  teams: PersonDrawerProps['teams'],
  facilities: PersonDrawerProps['facilities'],
): string {
  if (typeof value === 'string') return value;
  if (field === 'roles') return rolesLine(value as UserForm['roles']);
  return namesOf(value, field === 'teamIds' ? teams : facilities);
}
