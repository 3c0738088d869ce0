import { PAYMENT_METHODS, patientPayment } from '@caseboard/contracts';
import type { PatientAccount } from '@caseboard/contracts';
import { api, useConnection, useRowForm, useToday } from '@caseboard/web/kernel';
import { ErrorStrip, FormDrawer, formatMoney, notifyDone } from '@caseboard/web/ui';
import { NativeSelect, TextInput } from '@mantine/core';
import { METHOD_WORDS, visitDay } from '../account-words.rules.ts';
import { checkPayment, paymentOf } from '../payment-form.rules.ts';
import type { PaymentDraft } from '../payment-form.rules.ts';

/** Props of `PaymentForm`. */
export type PaymentFormProps = { account: PatientAccount; onDone: () => void };

/** Writes down a payment of the patient; amounts are read to the cent and zero is refused in place. */
export function PaymentForm({ account, onDone }: PaymentFormProps) {
  const { today } = useToday();
  const isOffline = useConnection().state === 'offline';
  const form = useRowForm<PaymentDraft>({
    form: { amount: '', method: 'card', receivedOn: today, reference: '', claimId: '' },
    version: 0,
    check: (draft) => checkPayment(draft, today),
    codeFields: { 'account/unknown-visit': 'claimId' },
  });
  const { values, errors, set } = form;
  const save = async () => {
    const isSaved = await form.submit((_patch, _version, draft) =>
      api.post(`/patient-accounts/${account.id}/payments`, patientPayment, { body: paymentOf(draft) }),
    );
    if (!isSaved) return;
    notifyDone(`The payment on ${account.number} is recorded`);
    onDone();
  };
  const visits = account.visits.filter(({ owesCents }) => owesCents > 0);
  return (
    <FormDrawer
      isOpen
      onClose={onDone}
      title="Record a payment"
      submitLabel="Record it"
      isBusy={form.isBusy}
      offReason={isOffline ? 'Needs a connection' : undefined}
      onSubmit={() => void save()}
      error={
        form.refusal && (
          <ErrorStrip title="It was not recorded; what you wrote is still here." traceId={form.refusal.traceId}>
            {form.refusal.text}
          </ErrorStrip>
        )
      }
    >
      <TextInput
        label="Amount"
        inputMode="decimal"
        description={`The patient owes ${formatMoney(account.balanceCents, 'dollars')}`}
        value={values.amount}
        error={errors.amount ?? errors.cents}
        onChange={(event) => set('amount', event.currentTarget.value)}
      />
      <NativeSelect
        label="How"
        value={values.method}
        data={PAYMENT_METHODS.map((value) => ({ value, label: METHOD_WORDS[value] }))}
        onChange={(event) => set('method', event.currentTarget.value as PaymentDraft['method'])}
      />
      <TextInput
        type="date"
        label="Received"
        max={today}
        value={values.receivedOn}
        error={errors.receivedOn}
        onChange={(event) => set('receivedOn', event.currentTarget.value)}
      />
      <TextInput
        label="Reference"
        description="Receipt or check number"
        maxLength={80}
        value={values.reference}
        error={errors.reference}
        onChange={(event) => set('reference', event.currentTarget.value)}
      />
      <NativeSelect
        label="For"
        value={values.claimId}
        error={errors.claimId}
        data={[
          { value: '', label: 'The oldest visit first' },
          ...visits.map((visit) => ({
            value: visit.claimId,
            label: `${visitDay(visit)}, ${visit.claimNumber}, owes ${formatMoney(visit.owesCents, 'dollars')}`,
          })),
        ]}
        onChange={(event) => set('claimId', event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
