import type { Team } from '@caseboard/contracts';
import { useConnection, useRowForm } from '@caseboard/web/kernel';
import { FormDrawer, FormProblem, notifyDone, useDrawerLife } from '@caseboard/web/ui';
import { TextInput } from '@mantine/core';
import { checkTeam, formOfTeam } from '../team-form.rules.ts';
import { saveTeam, staleTeam } from '../use-places.ts';

/** Makes a team, or renames one. */
export function TeamDrawer({ team, onGone }: { team: Team | undefined; onGone: () => void }) {
  const { isOpen, close } = useDrawerLife(onGone);
  const isOffline = useConnection().state === 'offline';
  const form = useRowForm({
    form: team ? formOfTeam(team) : { name: '' },
    version: team?.version ?? 0,
    check: checkTeam,
    codeFields: { 'identity/name-taken': 'name' },
    readStale: staleTeam,
  });
  const save = async () => {
    if (!(await form.submit((patch, version, mine) => saveTeam(team, patch, version, mine)))) return;
    notifyDone(`Team ${form.values.name.trim()} is saved`);
    close();
  };
  return (
    <FormDrawer
      isOpen={isOpen}
      onClose={close}
      title={team ? 'Rename team' : 'Add team'}
      submitLabel={team ? 'Save' : 'Add team'}
      onSubmit={() => void save()}
      isBusy={form.isBusy}
      offReason={isOffline ? 'Needs a connection' : undefined}
      error={<FormProblem form={form} labels={{ name: 'Name' }} show={(_, value) => value} />}
    >
      <TextInput
        label="Name"
        description="People join a team on the page People."
        value={form.values.name}
        error={form.errors.name}
        onChange={(event) => form.set('name', event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
