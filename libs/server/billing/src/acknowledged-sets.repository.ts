import type { ClaimStatus } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import type { SetOutcome } from '@caseboard/x12';

/** What a 999 answers to: a set of a group, or with null the whole group. */
export interface SetNamed {
  /** GS06 without zeros in front. */
  groupKey: string;
  setControlNumber: string | null;
}

/** Whose file a 999 answers to, as its own envelope has it the other way round; empty or null where unknown. */
export interface AnsweredSender {
  /** GS03 and ISA08 of the 999. */
  senderCodes: readonly string[];
  /** GS02 of the 999. */
  receiverCode: string | null;
  /** GS04 of the 999, `YYYY-MM-DD`. */
  answeredOn: string | null;
}

/** Where the claims of a sent set are: a file that was imported or one made here. */
export interface SentSet extends SetNamed {
  senderCode: string | null;
  importId: string | null;
  submissionId: string | null;
}

/** Whether a claim `c` may be in a file of these senders ($n): never in the file of another one that is known. */
export const mayBeOfSql = (n: number): string =>
  `(c.sender_code IS NULL OR $${n}::text[] = '{}' OR c.sender_code = ANY($${n}))`;

/**
 * The file with these control numbers: of this sender to this receiver where both sides say who they are, else the
 * newest, for senders begin to count anew.
 */
export async function findSentSet(tx: Tx, named: SetNamed & AnsweredSender): Promise<SentSet | undefined> {
  const { groupKey, setControlNumber, senderCodes, receiverCode } = named;
  const [row] = await tx.query<Pick<SentSet, 'importId' | 'submissionId' | 'senderCode'>>(
    `SELECT c.import_id AS "importId", c.submission_id AS "submissionId", c.sender_code AS "senderCode" FROM billing.claim c
     WHERE c.org_id = $1 AND c.group_control_number = $2 AND ($3::text IS NULL OR c.set_control_number = $3) AND ${mayBeOfSql(4)}
     ORDER BY coalesce(c.sender_code = ANY($4), false) DESC, coalesce(c.receiver_code = $5, false) DESC, c.sent_at DESC, c.id DESC LIMIT 1`,
    [tx.orgId, groupKey, setControlNumber, senderCodes, receiverCode],
  );
  return row && { groupKey, setControlNumber, ...row };
}

/** Claims of a sent set that an answer of this import has not reached yet, in the order of their ids. */
export async function claimsUnanswered(
  tx: Tx,
  { groupKey, setControlNumber, importId, submissionId, senderCode }: SentSet,
  answer: { importId: string; ordinal: number },
  limit: number,
): Promise<{ id: string; controlNumber: string }[]> {
  return tx.query(
    `SELECT c.id, c.control_number AS "controlNumber" FROM billing.claim c
     WHERE c.org_id = $1 AND c.group_control_number = $2 AND ($3::text IS NULL OR c.set_control_number = $3)
       AND c.import_id IS NOT DISTINCT FROM $4::uuid AND c.submission_id IS NOT DISTINCT FROM $5::uuid AND c.sender_code IS NOT DISTINCT FROM $9::text
       AND NOT EXISTS (SELECT 1 FROM billing.acknowledgement a
         WHERE a.org_id = c.org_id AND a.claim_id = c.id AND a.import_id = $6 AND a.ordinal = $7)
     ORDER BY c.id LIMIT $8`,
    [tx.orgId, groupKey, setControlNumber, importId, submissionId, answer.importId, answer.ordinal, limit, senderCode],
  );
}

/** An answer to a set, as kept. */
export interface AcknowledgedSetRow extends SetNamed, AnsweredSender {
  /** The import whose claims it reached. */
  sentImportId: string | null;
  importId: string;
  ordinal: number;
  outcome: SetOutcome;
  sender: string;
  statuses: readonly ClaimStatus[];
}

/** Keeps the answer to a set with how many claims it reached; once only. */
export async function insertAcknowledgedSet(tx: Tx, row: AcknowledgedSetRow): Promise<void> {
  await tx.execute(
    `INSERT INTO billing.acknowledged_set (org_id, import_id, ordinal, group_control_number, set_control_number, outcome, sender, statuses, claims,
       received_at, sender_codes, answered_on, sent_import_id)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8::jsonb,
       (SELECT count(*) FROM billing.acknowledgement a WHERE a.org_id = $1 AND a.import_id = $2 AND a.ordinal = $3), $9, $10, $11, $12
     ON CONFLICT DO NOTHING`,
    [
      tx.orgId,
      row.importId,
      row.ordinal,
      row.groupKey,
      row.setControlNumber ?? '',
      row.outcome,
      row.sender,
      JSON.stringify(row.statuses),
      tx.now,
      row.senderCodes,
      row.answeredOn,
      row.sentImportId,
    ],
  );
}
