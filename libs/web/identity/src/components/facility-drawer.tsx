import type { Facility } from '@caseboard/contracts';
import { useConnection, useRowForm } from '@caseboard/web/kernel';
import { FormDrawer, FormProblem, notifyDone, useDrawerLife } from '@caseboard/web/ui';
import { Switch, TextInput } from '@mantine/core';
import { checkFacility, EMPTY_FACILITY, formOfFacility } from '../facility-form.rules.ts';
import { saveFacility, staleFacility } from '../use-places.ts';

const LABELS = { name: 'Name', npi: 'NPI', isGated: 'Gated' };

/** Makes a facility, or changes its name, NPI or gate. */
export function FacilityDrawer({ facility, onGone }: { facility: Facility | undefined; onGone: () => void }) {
  const { isOpen, close } = useDrawerLife(onGone);
  const isOffline = useConnection().state === 'offline';
  const form = useRowForm({
    form: facility ? formOfFacility(facility) : EMPTY_FACILITY,
    version: facility?.version ?? 0,
    check: checkFacility,
    codeFields: { 'identity/name-taken': 'name' },
    readStale: staleFacility,
  });
  const save = async () => {
    if (!(await form.submit((patch, version, mine) => saveFacility(facility, patch, version, mine)))) return;
    notifyDone(`${form.values.name.trim()} is saved`);
    close();
  };
  return (
    <FormDrawer
      isOpen={isOpen}
      onClose={close}
      title={facility ? facility.name : 'Add facility'}
      submitLabel={facility ? 'Save' : 'Add facility'}
      onSubmit={() => void save()}
      isBusy={form.isBusy}
      offReason={isOffline ? 'Needs a connection' : undefined}
      error={
        <FormProblem
          form={form}
          labels={LABELS}
          show={(_, value) => (typeof value === 'boolean' ? (value ? 'on' : 'off') : value)}
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
        label="NPI"
        description="10 digits. Claims and remittances that name it belong to this facility."
        inputMode="numeric"
        value={form.values.npi}
        error={form.errors.npi}
        onChange={(event) => form.set('npi', event.currentTarget.value)}
      />
      <Switch
        label="Gated"
        description="Cases of a gated facility are seen only by people who are assigned to it, whatever their roles, here and on every board, list and count. Assign people on the page People. Opening the gate shows them to everybody whose roles open them."
        checked={form.values.isGated}
        onChange={(event) => form.set('isGated', event.currentTarget.checked)}
      />
    </FormDrawer>
  );
}
