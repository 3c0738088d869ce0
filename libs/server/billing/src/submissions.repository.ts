import { CLAIM_SET_CONTROL_NUMBER } from '@caseboard/x12';
import type { Tx } from '@caseboard/server/kernel';
import { isVisibleSql } from './billing.access.ts';
import type { SendableClaim, SubmissionRow } from './submission.types.ts';

type RawClaim = Omit<SendableClaim, 'chargeCents'> & { chargeCents: string };

/** Claims by id that this person may see, held in the order of their ids; whoever comes second waits and finds them sent. */
export async function holdForSending(
  tx: Tx,
  ids: readonly string[],
  hidden: readonly string[],
): Promise<SendableClaim[]> {
  const locked = await tx.query<{ id: string }>(
    `SELECT c.id FROM billing.claim c WHERE c.org_id = $1 AND c.id = ANY($2::uuid[]) AND ${isVisibleSql('c.facility_id', 3)}
     ORDER BY c.id FOR UPDATE`,
    [tx.orgId, ids, hidden],
  );
  const rows = await tx.query<RawClaim>(
    `SELECT c.id, c.number, c.kind, c.facility_id AS "facilityId", c.charge_cents AS "chargeCents",
       coalesce(g.state, 'sent') AS state, c.frequency, c.replaces_id AS "replacesId", b.content
     FROM billing.claim c LEFT JOIN billing.claim_progress g ON g.org_id = c.org_id AND g.claim_id = c.id
     LEFT JOIN billing.claim_build b ON b.org_id = c.org_id AND b.claim_id = c.id
     WHERE c.org_id = $1 AND c.id = ANY($2::uuid[]) ORDER BY c.id`,
    [tx.orgId, locked.map(({ id }) => id)],
  );
  return rows.map((row) => ({ ...row, chargeCents: Number(row.chargeCents) }));
}

const COLUMNS = `s.id, s.number, s.kind, s.facility_id AS "facilityId",
  EXISTS (SELECT 1 FROM identity.facility f WHERE f.org_id = s.org_id AND f.id = s.facility_id AND f.is_gated) AS "isRestricted",
  s.control_number AS "controlNumber", s.file_id AS "fileId", s.file_name AS "fileName", s.claims, s.charge_cents AS "chargeCents",
  s.sent_by AS "sentBy", s.sent_at AS "sentAt", s.acknowledged`;
type Raw = Omit<SubmissionRow, 'chargeCents'> & { chargeCents: string };
const asSubmission = (row: Raw): SubmissionRow => ({ ...row, chargeCents: Number(row.chargeCents) });

async function where(tx: Tx, rest: string, parameters: readonly unknown[]): Promise<SubmissionRow[]> {
  const sql = `SELECT ${COLUMNS} FROM billing.submission s WHERE s.org_id = $1 AND ${rest}`;
  return (await tx.query<Raw>(sql, [tx.orgId, ...parameters])).map(asSubmission);
}

/** Submissions by id, without those of hidden facilities. */
export const submissionsByIds = (tx: Tx, ids: readonly string[], hidden: readonly string[]): Promise<SubmissionRow[]> =>
  where(tx, `s.id = ANY($2::uuid[]) AND ${isVisibleSql('s.facility_id', 3)}`, [ids, hidden]);

/** One page, the newest first. */
export const listSubmissions = (
  tx: Tx,
  ask: { ids: readonly string[] | undefined; after: string | undefined; hidden: readonly string[]; limit: number },
): Promise<SubmissionRow[]> =>
  where(
    tx,
    `(s.id = ANY($2::uuid[]) OR $2 IS NULL) AND (s.id < $3 OR $3 IS NULL) AND ${isVisibleSql('s.facility_id', 4)}
     ORDER BY s.id DESC LIMIT $5`,
    [ask.ids ?? null, ask.after ?? null, ask.hidden, ask.limit],
  );

/** Writes a submission. */
export async function insertSubmission(tx: Tx, row: SubmissionRow): Promise<void> {
  await tx.execute(
    `INSERT INTO billing.submission (org_id, id, number, kind, facility_id, control_number, file_id, file_name, claims,
       charge_cents, sent_by, sent_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.orgId,
      row.id,
      row.number,
      row.kind,
      row.facilityId,
      row.controlNumber,
      row.fileId,
      row.fileName,
      row.claims,
      row.chargeCents,
      row.sentBy,
      row.sentAt,
    ],
  );
}

/** Writes what the 999 said of a submission. */
export const writeAcknowledged = (tx: Tx, id: string, outcome: SubmissionRow['acknowledged']): Promise<number> =>
  tx.execute('UPDATE billing.submission SET acknowledged = $3 WHERE org_id = $1 AND id = $2', [tx.orgId, id, outcome]);

/** Says of held claims in which file they left. */
export const markSent = (
  tx: Tx,
  { id, sentAt, controlNumber }: SubmissionRow,
  claimIds: readonly string[],
  { senderCode, receiverCode }: { senderCode: string; receiverCode: string },
): Promise<number> =>
  tx.execute(
    `UPDATE billing.claim SET submission_id = $3, sent_at = $4, group_control_number = $5, set_control_number = $6,
       sender_code = $7, receiver_code = $8
     WHERE org_id = $1 AND id = ANY($2::uuid[])`,
    [tx.orgId, claimIds, id, sentAt, `${controlNumber}`, CLAIM_SET_CONTROL_NUMBER, senderCode, receiverCode],
  );
