import type { PatientPayment } from '@caseboard/contracts';
import { plainDateWords, useColleagues, useMay } from '@caseboard/web/kernel';
import { Money, Tag } from '@caseboard/web/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { METHOD_WORDS } from '../account-words.rules.ts';
import { ReversalForm } from './reversal-form.tsx';

/** What the patient paid, where it went, and what was taken back. */
export function PaymentList({ payments }: { payments: readonly PatientPayment[] }) {
  const may = useMay();
  const [reversing, setReversing] = useState<PatientPayment>();
  if (payments.length === 0) return <p className="cb-dim">Nothing was paid yet.</p>;
  return (
    <>
      <ul className="cb-paid-list" aria-label="Payments">
        {payments.map((payment) => (
          <li key={payment.id} data-reversed={payment.reversedAt === null ? undefined : true}>
            <PaymentWords payment={payment} />
            <span className="cb-paid-acts">
              <Money cents={payment.cents} tone={payment.reversedAt === null ? 'in' : undefined} />
              {payment.reversedAt === null && may('patient-accounts.payment.reverse') && (
                <Button
                  size="compact-xs"
                  aria-label={`Take ${payment.number} back`}
                  onClick={() => setReversing(payment)}
                >
                  Take back
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {reversing && <ReversalForm payment={reversing} onDone={() => setReversing(undefined)} />}
    </>
  );
}

function PaymentWords({ payment }: { payment: PatientPayment }) {
  const { nameOfActor } = useColleagues();
  const went = payment.applied.map(({ claimNumber }) => claimNumber).join(', ');
  const words = [payment.number, payment.reference, nameOfActor(payment.recordedBy), went === '' ? null : `to ${went}`];
  return (
    <span>
      <b>
        {plainDateWords(payment.receivedOn)}, {METHOD_WORDS[payment.method].toLowerCase()}
      </b>{' '}
      {payment.reversedAt !== null && <Tag tone="warn">taken back</Tag>}
      <br />
      <small>
        {words.filter(Boolean).join(', ')}
        {payment.reversalReason !== null && `. ${payment.reversalReason}`}
      </small>
    </span>
  );
}
