import { patientPayment } from '@caseboard/contracts';
import type { PatientPayment } from '@caseboard/contracts';
import { api, useConnection, useRowForm } from '@caseboard/web/kernel';
import { ErrorStrip, FormDrawer, formatMoney, notifyDone } from '@caseboard/web/ui';
import { TextInput } from '@mantine/core';

/** Props of `ReversalForm`. */
export type ReversalFormProps = { payment: PatientPayment; onDone: () => void };

/** Takes a payment back, with a reason: the original stays, and what it paid is owed again. */
export function ReversalForm({ payment, onDone }: ReversalFormProps) {
  const isOffline = useConnection().state === 'offline';
  const form = useRowForm({
    form: { reason: '' },
    version: 0,
    check: ({ reason }) => (reason.trim() === '' ? { reason: 'Say why' } : {}) as Record<string, string>,
  });
  const amount = formatMoney(payment.cents, 'dollars');
  const save = async () => {
    const isSaved = await form.submit((_patch, _version, { reason }) =>
      api.post(`/patient-payments/${payment.id}/reversal`, patientPayment, { body: { reason: reason.trim() } }),
    );
    if (!isSaved) return;
    notifyDone(`${payment.number} of ${amount} was taken back`);
    onDone();
  };
  return (
    <FormDrawer
      isOpen
      onClose={onDone}
      title={`Take ${amount} back`}
      submitLabel="Take it back"
      isBusy={form.isBusy}
      offReason={isOffline ? 'Needs a connection' : undefined}
      onSubmit={() => void save()}
      error={
        form.refusal && (
          <ErrorStrip title="It was not taken back." traceId={form.refusal.traceId}>
            {form.refusal.text}
          </ErrorStrip>
        )
      }
    >
      <p>
        {payment.number} stays in the books with a reversal beside it. What it paid is owed again. To undo this, record
        the payment once more.
      </p>
      <TextInput
        label="Why"
        maxLength={300}
        value={form.values.reason}
        error={form.errors.reason}
        onChange={(event) => form.set('reason', event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
