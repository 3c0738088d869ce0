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
    ['charge_cents', 'bigint', (row) => row.chargeCents],
    ['claim_state', 'text', (row) => row.state ?? null],
    ['received_at', 'timestamptz', () => tx.now],
  ];
  await bulkInsert(tx, { sql: insertSql('billing.acknowledgement', columns), columns }, rows);
}

/** What makes two answers of different files the same one: who says what of which claim on which day. */
export type AnswerContent = Pick<
  MatchedAnswer,
  'claimId' | 'controlNumber' | 'kind' | 'sender' | 'outcome' | 'payerClaimNumber' | 'answeredOn' | 'statuses'
>;

const CONTENT = `SELECT a.claim_id AS "claimId", a.control_number AS "controlNumber", a.kind, a.sender, a.outcome,
  a.payer_claim_number AS "payerClaimNumber", a.answered_on::text AS "answeredOn", a.statuses
  FROM billing.acknowledgement a WHERE a.org_id = $1`;

/** What was already said of these claims, or of these numbers while no claim has them. */
export async function answersKept(tx: Tx, answers: readonly MatchedAnswer[]): Promise<AnswerContent[]> {
  const ofClaims = eachOf('$2::uuid[]', `${CONTENT} AND a.claim_id = asked.key`);
  const ofNumbers = eachOf('$3::text[]', `${CONTENT} AND a.control_number = asked.key AND a.claim_id IS NULL`);
  return tx.query(`SELECT found.* FROM ${ofClaims} UNION ALL SELECT found.* FROM ${ofNumbers}`, [
    tx.orgId,
    unique(answers.flatMap(({ claimId }) => claimId ?? [])),
    unique(answers.flatMap(({ claimId, controlNumber }) => (claimId === null ? controlNumber : []))),
  ]);
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
