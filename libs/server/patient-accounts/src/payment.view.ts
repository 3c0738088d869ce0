import type { PatientPayment } from '@caseboard/contracts';
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

/** Numbers of claims by id. */
export async function claimNumbers(tx: Tx, claimIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; number: string }>(
    'SELECT id, number FROM billing.claim WHERE org_id = $1 AND id = ANY($2::uuid[])',
    [tx.orgId, claimIds],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}
