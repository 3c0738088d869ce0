import { fee as feeShape } from '@caseboard/contracts';
import type { Fee } from '@caseboard/contracts';
import { api, useConnection, useRowForm, useToday } from '@caseboard/web/kernel';
import { FormDrawer, FormProblem, notifyDone } from '@caseboard/web/ui';
import { TextInput } from '@mantine/core';
import { checkFee, draftOf, emptyFee, feeOf, staleFee } from '../fee-form.rules.ts';
import type { FeeDraft } from '../fee-form.rules.ts';

/** Props of `FeeForm`; without a fee it makes one. */
export type FeeFormProps = { fee: Fee | undefined; onDone: () => void };

const LABELS = { code: 'Code', revenueCode: 'Revenue code', dollars: 'Price', effectiveFrom: 'From' };

/** The price of a code from a day on; drafts that wait for it are priced at once. */
export function FeeForm({ fee, onDone }: FeeFormProps) {
  const { today } = useToday();
  const isOffline = useConnection().state === 'offline';
  const form = useRowForm<FeeDraft>({
    form: fee ? draftOf(fee) : emptyFee(today),
    version: fee?.version ?? 0,
    check: checkFee,
    readStale: staleFee,
  });
  const { values, errors, set } = form;
  const save = async () => {
    const isSaved = await form.submit((_patch, version, draft) =>
      fee
        ? api.patch(`/fees/${fee.id}`, feeShape, { version, body: feeOf(draft) })
        : api.post('/fees', feeShape, { body: feeOf(draft) }),
    );
    if (!isSaved) return;
    notifyDone(`The fee of ${feeOf(values).code} is saved`);
    onDone();
  };
  return (
    <FormDrawer
      isOpen
      onClose={onDone}
      title={fee ? `Fee of ${fee.code}` : 'Add fee'}
      submitLabel={fee ? 'Save' : 'Add fee'}
      isBusy={form.isBusy}
      offReason={isOffline ? 'Needs a connection' : undefined}
      onSubmit={() => void save()}
      error={<FormProblem form={form} labels={LABELS} show={(_, value) => value} />}
    >
      <TextInput
        label="CPT or HCPCS code"
        value={values.code}
        error={errors.code}
        onChange={(event) => set('code', event.currentTarget.value)}
      />
      <TextInput
        label="Revenue code"
        description="For claims of the facility"
        value={values.revenueCode}
        error={errors.revenueCode}
        onChange={(event) => set('revenueCode', event.currentTarget.value)}
      />
      <TextInput
        label="Price of one unit"
        inputMode="decimal"
        leftSection="$"
        value={values.dollars}
        error={errors.cents}
        onChange={(event) => set('dollars', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="From"
        value={values.effectiveFrom}
        error={errors.effectiveFrom}
        onChange={(event) => set('effectiveFrom', event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
