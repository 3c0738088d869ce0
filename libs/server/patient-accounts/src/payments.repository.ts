import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import type { PaymentRow } from './account.types.ts';
import type { Application } from './settle.rules.ts';

type Raw = Omit<PaymentRow, 'cents' | 'applied' | 'reversal'> & {
  cents: string;
  applied: Record<string, number> | null;
  reason: string | null;
  reversedBy: string | null;
  reversedAt: Date | null;
};

const SELECT = `SELECT y.id, y.number, y.account_id AS "accountId", y.cents, y.method, y.received_on::text AS "receivedOn", y.reference,
    y.claim_id AS "claimId", y.recorded_by AS "recordedBy", y.recorded_at AS "recordedAt",
    r.reason, r.reversed_by AS "reversedBy", r.reversed_at AS "reversedAt",
    (SELECT jsonb_object_agg(s.claim_id, s.cents) FROM (
       SELECT x.claim_id, sum(x.cents) AS cents FROM patient_accounts.payment_application x
       WHERE x.org_id = y.org_id AND x.payment_id = y.id GROUP BY x.claim_id HAVING sum(x.cents) <> 0) s) AS applied
  FROM patient_accounts.patient_payment y
  LEFT JOIN patient_accounts.payment_reversal r ON r.org_id = y.org_id AND r.payment_id = y.id`;

function payment({ reason, reversedBy, reversedAt, ...row }: Raw): PaymentRow {
  return {
    ...row,
    cents: Number(row.cents),
    applied: new Map(Object.entries(row.applied ?? {})),
    reversal:
      reason === null || reversedBy === null || reversedAt === null ? null : { reason, by: reversedBy, at: reversedAt },
  };
}

/** Payments of accounts in the order they were recorded, reversed ones too. */
export async function paymentsOf(tx: Tx, accountIds: readonly string[]): Promise<PaymentRow[]> {
  const rows = await tx.query<Raw>(`${SELECT} WHERE y.org_id = $1 AND y.account_id = ANY($2::uuid[]) ORDER BY y.id`, [
    tx.orgId,
    accountIds,
  ]);
  return rows.map(payment);
}

export async function findPayment(tx: Tx, id: string): Promise<PaymentRow | undefined> {
  return (await tx.query<Raw>(`${SELECT} WHERE y.org_id = $1 AND y.id = $2`, [tx.orgId, id])).map(payment)[0];
}

/** Records a payment; where it goes is written apart. */
export async function insertPayment(
  tx: Tx,
  one: Omit<PaymentRow, 'recordedBy' | 'recordedAt' | 'reversal' | 'applied'>,
): Promise<void> {
  await tx.execute(
    `INSERT INTO patient_accounts.patient_payment (org_id, id, number, account_id, cents, method, received_on, reference, claim_id, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.orgId,
      one.id,
      one.number,
      one.accountId,
      one.cents,
      one.method,
      one.receivedOn,
      one.reference,
      one.claimId,
      tx.actor,
      tx.now,
    ],
  );
}

export async function insertReversal(tx: Tx, paymentId: string, reason: string): Promise<void> {
  await tx.execute(
    'INSERT INTO patient_accounts.payment_reversal (org_id, payment_id, reason, reversed_by, reversed_at) VALUES ($1, $2, $3, $4, $5)',
    [tx.orgId, paymentId, reason, tx.actor, tx.now],
  );
}

/** Appends where money went and what came back. */
export async function insertApplications(tx: Tx, applications: readonly Application[]): Promise<void> {
  if (applications.length === 0) return;
  await tx.execute(
    `INSERT INTO patient_accounts.payment_application (org_id, id, payment_id, claim_id, cents, applied_at)
     SELECT $1, n.id, n.payment_id, n.claim_id, n.cents, $2 FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[]) AS n(id, payment_id, claim_id, cents)`,
    [
      tx.orgId,
      tx.now,
      applications.map(() => uuidv7()),
      applications.map(({ paymentId }) => paymentId),
      applications.map(({ claimId }) => claimId),
      applications.map(({ cents }) => cents),
    ],
  );
}
