import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { bulkInsert } from './bulk-insert.ts';
import { insertSql } from './columns.ts';
import type { Columns } from './columns.ts';
import type { Account, Movement } from './ledger.rules.ts';

export type LedgerReason =
  | 'claim-sent'
  | 'charge-taken-back'
  | 'decision-posted'
  | 'claim-linked'
  | 'left-to-later-payer'
  | 'payment-received'
  | 'patient-payment'
  | 'payment-applied'
  | 'payment-reversed';

/** What a batch comes from: exactly one of them. */
export interface LedgerSource {
  claimId?: string;
  remittanceId?: string;
  remittanceClaimId?: string;
  /** A payment of a patient. */
  patientPaymentId?: string;
}

/** Movements that add up to zero, with the one thing they come from. */
export interface LedgerBatch {
  reason: LedgerReason;
  source: LedgerSource;
  movements: readonly Movement[];
}

interface Entry {
  batchId: string;
  ordinal: number;
  batch: LedgerBatch;
  movement: Movement;
  at: Date;
}

const columns: Columns<Entry> = [
  ['batch_id', 'uuid', (entry) => entry.batchId],
  ['ordinal', 'smallint', (entry) => entry.ordinal],
  ['account', 'text', (entry) => entry.movement.account],
  ['debit_cents', 'bigint', (entry) => Math.max(entry.movement.cents, 0)],
  ['credit_cents', 'bigint', (entry) => Math.max(-entry.movement.cents, 0)],
  ['reason', 'text', (entry) => entry.batch.reason],
  ['claim_id', 'uuid', (entry) => entry.batch.source.claimId ?? null],
  ['remittance_id', 'uuid', (entry) => entry.batch.source.remittanceId ?? null],
  ['remittance_claim_id', 'uuid', (entry) => entry.batch.source.remittanceClaimId ?? null],
  ['patient_payment_id', 'uuid', (entry) => entry.batch.source.patientPaymentId ?? null],
  ['posted_at', 'timestamptz', (entry) => entry.at],
];
const table = { sql: insertSql('billing.ledger_entry', columns), columns };

/** Appends batches; the database refuses one that does not add up. */
export async function appendBatches(tx: Tx, batches: readonly LedgerBatch[]): Promise<void> {
  const entries: Entry[] = [];
  for (const batch of batches) {
    const batchId = uuidv7();
    batch.movements.forEach((movement, at) => entries.push({ batchId, ordinal: at + 1, batch, movement, at: tx.now }));
  }
  await bulkInsert(tx, table, entries);
}

/** What each of these remittance claims has booked so far, netted by account. */
export async function bookedBy(tx: Tx, remittanceClaimIds: readonly string[]): Promise<Map<string, Movement[]>> {
  const rows = await tx.query<{ id: string; account: Account; cents: string }>(
    `SELECT remittance_claim_id AS id, account, sum(debit_cents - credit_cents) AS cents FROM billing.ledger_entry
     WHERE org_id = $1 AND remittance_claim_id = ANY($2::uuid[]) GROUP BY remittance_claim_id, account
     HAVING sum(debit_cents - credit_cents) <> 0`,
    [tx.orgId, remittanceClaimIds],
  );
  const booked = new Map<string, Movement[]>(remittanceClaimIds.map((id) => [id, []]));
  for (const { id, account, cents } of rows) booked.get(id)?.push({ account, cents: Number(cents) });
  return booked;
}

/** What each of these claims has booked as its own charge and not taken back, by account. */
export async function chargedBy(tx: Tx, claimIds: readonly string[]): Promise<Map<string, Movement[]>> {
  const charged = new Map<string, Movement[]>(claimIds.map((id) => [id, []]));
  if (claimIds.length === 0) return charged;
  const rows = await tx.query<{ id: string; account: Account; cents: string }>(
    `SELECT claim_id AS id, account, sum(debit_cents - credit_cents) AS cents FROM billing.ledger_entry
     WHERE org_id = $1 AND claim_id = ANY($2::uuid[]) AND reason IN ('claim-sent', 'charge-taken-back')
     GROUP BY claim_id, account HAVING sum(debit_cents - credit_cents) <> 0`,
    [tx.orgId, claimIds],
  );
  for (const { id, account, cents } of rows) charged.get(id)?.push({ account, cents: Number(cents) });
  return charged;
}
