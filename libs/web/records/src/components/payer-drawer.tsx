import type { Payer } from '@caseboard/contracts';
import { useConnection, useRowForm } from '@caseboard/web/kernel';
import { FormDrawer, FormProblem, notifyDone, useDrawerLife } from '@caseboard/web/ui';
import { TextInput } from '@mantine/core';
import { checkPayer, EMPTY_PAYER, formOfPayer } from '../payer-forms.rules.ts';
import { savePayer, stalePayer } from '../use-payers.ts';

const LABELS = { name: 'Name', payerCode: 'Payer id' };

/** Props of `PayerDrawer`. */
export interface PayerDrawerProps {
  payer: Payer | undefined;
  onSaved: (payerId: string) => void;
  onGone: () => void;
}

/** Makes a payer, or changes its name or payer id. */
export function PayerDrawer({ payer, onSaved, onGone }: PayerDrawerProps) {
  const { isOpen, close } = useDrawerLife(onGone);
  const isOffline = useConnection().state === 'offline';
  const form = useRowForm({
    form: payer ? formOfPayer(payer) : EMPTY_PAYER,
    version: payer?.version ?? 0,
    check: checkPayer,
    readStale: stalePayer,
  });
  const save = async () => {
    const send = async (...asked: Parameters<Parameters<typeof form.submit>[0]>) =>
      onSaved((await savePayer(payer, ...asked)).id);
    if (!(await form.submit(send))) return;
    notifyDone(`${form.values.name.trim()} is saved`);
    close();
  };
  return (
    <FormDrawer
      isOpen={isOpen}
      onClose={close}
      title={payer ? 'Change payer' : 'Add payer'}
      submitLabel={payer ? 'Save' : 'Add payer'}
      onSubmit={() => void save()}
      isBusy={form.isBusy}
      offReason={isOffline ? 'Needs a connection' : undefined}
      error={<FormProblem form={form} labels={LABELS} show={(_, value) => value} />}
    >
      <TextInput
        label="Name"
        value={form.values.name}
        error={form.errors.name}
        onChange={(event) => form.set('name', event.currentTarget.value)}
      />
      <TextInput
        label="Payer id"
        description="What the payer calls itself in files: N104 of an 835, NM109 of an 837. Files find the payer by it."
        value={form.values.payerCode}
        error={form.errors.payerCode}
        onChange={(event) => form.set('payerCode', event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
