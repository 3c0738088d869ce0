import type { Tx } from '@caseboard/server/kernel';
import type { MatchedAnswer, StoredAnswer } from './acknowledgement.types.ts';
import { bulkInsert } from './bulk-insert.ts';
import { insertSql } from './columns.ts';
import type { Columns } from './columns.ts';
import { eachOf, unique } from './each-of.ts';

/** An answer about to be written. */
export interface NewAcknowledgement extends MatchedAnswer {
  id: string;
  importId: string;
}

/** Writes answers. */
export async function insertAcknowledgements(tx: Tx, rows: readonly NewAcknowledgement[]): Promise<void> {
  const columns: Columns<NewAcknowledgement> = [
    ['id', 'uuid', (row) => row.id],
    ['claim_id', 'uuid', (row) => row.claimId],
    ['import_id', 'uuid', (row) => row.importId],
    ['ordinal', 'int', (row) => row.ordinal],
    ['kind', 'text', (row) => row.kind],
    ['sender', 'text', (row) => row.sender],
    ['outcome', 'text', (row) => row.outcome],
    ['control_number', 'text', (row) => row.controlNumber],
    ['payer_claim_number', 'text', (row) => row.payerClaimNumber],
    ['statuses', 'jsonb', (row) => JSON.stringify(row.statuses)],
    ['answered_on', 'date', (row) => row.answeredOn],
    ['received_at', 'timestamptz', () => tx.now],
  ];
  await bulkInsert(tx, { sql: insertSql('billing.acknowledgement', columns), columns }, rows);
}

const COLUMNS = `a.id, a.claim_id AS "claimId", a.kind, a.sender, a.outcome, a.payer_claim_number AS "payerClaimNumber", a.statuses,
  a.answered_on::text AS "answeredOn", a.received_at AS "receivedAt", a.import_id AS "importId"`;

/** Everything that was said of a claim, oldest first. */
export const acknowledgementsOf = (tx: Tx, claimId: string): Promise<StoredAnswer[]> =>
  tx.query<StoredAnswer>(
    `SELECT ${COLUMNS} FROM billing.acknowledgement a WHERE a.org_id = $1 AND a.claim_id = $2 ORDER BY a.received_at, a.id LIMIT 500`,
    [tx.orgId, claimId],
  );

/** A claim that an answer may be about. */
export interface AnsweredClaim {
  id: string;
  controlNumber: string;
  chargeCents: number;
  sentAt: Date;
}

const CANDIDATES = `SELECT c.id, c.control_number AS "controlNumber", c.charge_cents AS "chargeCents", c.sent_at AS "sentAt"
  FROM billing.claim c WHERE c.org_id = $1 AND c.control_number = asked.key AND c.sent_at IS NOT NULL`;

/** Sent claims with these control numbers, the newest first. */
export async function claimsAnswered(tx: Tx, controlNumbers: readonly string[]): Promise<AnsweredClaim[]> {
  const rows = await tx.query<Omit<AnsweredClaim, 'chargeCents'> & { chargeCents: string }>(
    `SELECT found.* FROM ${eachOf('$2::text[]', CANDIDATES)} ORDER BY found."sentAt" DESC, found.id DESC`,
    [tx.orgId, unique(controlNumbers)],
  );
  return rows.map((row) => ({ ...row, chargeCents: Number(row.chargeCents) }));
}
