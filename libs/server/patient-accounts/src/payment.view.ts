import type { PatientPayment } from '@caseboard/contracts';
import { claimNumbers } from '@caseboard/server/billing';
import type { Tx } from '@caseboard/server/kernel';
import type { PaymentRow } from './account.types.ts';

/** A payment as people see it; `numbers` are those of claims by id. */
export function paymentView(payment: PaymentRow, numbers: ReadonlyMap<string, string>): PatientPayment {
  const applied = [...payment.applied].map(([claimId, cents]) => ({
    claimId,
    claimNumber: numbers.get(claimId) ?? '',
    cents,
  }));
  return {
    id: payment.id,
    number: payment.number,
    receivedOn: payment.receivedOn,
    method: payment.method,
    reference: payment.reference,
    cents: payment.cents,
    recordedBy: payment.recordedBy,
    applied,
    unappliedCents: payment.reversal ? 0 : payment.cents - applied.reduce((sum, { cents }) => sum + cents, 0),
    reversedAt: payment.reversal?.at.toISOString() ?? null,
    reversalReason: payment.reversal?.reason ?? null,
  };
}

/** One payment as people see it. */
export async function asPayment(tx: Tx, payment: PaymentRow): Promise<PatientPayment> {
  return paymentView(payment, await claimNumbers(tx, [...payment.applied.keys()]));
}
