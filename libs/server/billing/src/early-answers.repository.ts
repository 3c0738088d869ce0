import type { Tx } from '@caseboard/server/kernel';
import { mayBeOfSql } from './acknowledged-sets.repository.ts';
import type { AcknowledgedSetRow } from './acknowledged-sets.repository.ts';
import type { NewAcknowledgement } from './acknowledgements.repository.ts';
import { eachOf, unique } from './each-of.ts';

/** A kept answer with the claim it turns out to be about. */
export type FoundAnswer = NewAcknowledgement & { claimId: string };

// Of several claims with one number the one of that charge, else the one sent last, as for answers that come in time;
// but none that was sent after the answer (a day is left for time zones).
const EARLY = `SELECT a.id, a.import_id AS "importId", a.ordinal, a.kind, a.sender, a.outcome, a.control_number AS "controlNumber",
    a.payer_claim_number AS "payerClaimNumber", a.statuses, a.answered_on::text AS "answeredOn", a.charge_cents::float8 AS "chargeCents",
    a.claim_state AS state, a.received_at AS at,
    (SELECT c.id FROM billing.claim c WHERE c.org_id = $1 AND c.control_number = asked.key AND c.sent_at IS NOT NULL
       AND (a.answered_on IS NULL OR c.sent_at < a.answered_on + 2)
     ORDER BY coalesce(c.charge_cents = a.charge_cents, false) DESC, c.sent_at DESC, c.id DESC LIMIT 1) AS "claimId"
  FROM billing.acknowledgement a WHERE a.org_id = $1 AND a.control_number = asked.key AND a.claim_id IS NULL`;

/** Answers without a claim, oldest first, for which one of these control numbers now has a claim. */
export async function earlyAnswers(tx: Tx, numbers: readonly string[], limit: number): Promise<FoundAnswer[]> {
  const rows = await tx.query<FoundAnswer & { at: Date }>(
    `SELECT found.* FROM ${eachOf('$2::text[]', EARLY)} WHERE found."claimId" IS NOT NULL ORDER BY found.at, found.id LIMIT $3`,
    [tx.orgId, unique(numbers), limit],
  );
  return rows.map(({ at: _at, ...row }) => ({ ...row, state: row.state ?? undefined }));
}

/** Gives kept answers their claim. */
export const linkAnswers = (tx: Tx, answers: readonly FoundAnswer[]): Promise<number> =>
  tx.execute(
    `UPDATE billing.acknowledgement a SET claim_id = l.claim_id FROM unnest($2::uuid[], $3::uuid[]) AS l(id, claim_id)
     WHERE a.org_id = $1 AND a.id = l.id`,
    [tx.orgId, answers.map(({ id }) => id), answers.map(({ claimId }) => claimId)],
  );

/** The answer of a 999 to a set that was not on record, or not all of it. */
export type EarlySet = Pick<
  AcknowledgedSetRow,
  'importId' | 'ordinal' | 'groupKey' | 'setControlNumber' | 'outcome' | 'sender' | 'senderCodes' | 'statuses'
> & { answeredOn: string };

const EARLY_SETS = `SELECT s.import_id AS "importId", s.ordinal, s.group_control_number AS "groupKey", s.set_control_number AS "setControlNumber",
    s.outcome, s.sender, s.sender_codes AS "senderCodes", s.statuses, s.received_at AS at,
    coalesce(s.answered_on, s.received_at::date)::text AS "answeredOn"
  FROM billing.acknowledged_set s WHERE s.org_id = $1 AND s.group_control_number = asked.key
    AND (s.claims = 0 OR s.sent_import_id = $3)`;

/** Answers to these groups that reached nobody yet, or only claims of this import; oldest first. */
export const earlySets = (tx: Tx, groups: readonly string[], importId: string): Promise<EarlySet[]> =>
  tx.query(`SELECT found.* FROM ${eachOf('$2::text[]', EARLY_SETS)} ORDER BY found.at, found.ordinal LIMIT 100`, [
    tx.orgId,
    unique(groups),
    importId,
  ]);

// A 999 follows its file within hours; two weeks leave room, and keep an old answer from a number used again.
const IN_SET = `SELECT c.id, c.control_number AS "controlNumber" FROM billing.claim c
  WHERE c.org_id = $1 AND c.control_number = asked.key AND c.import_id = $3 AND c.group_control_number = $4
    AND ($5::text = '' OR c.set_control_number = $5) AND ${mayBeOfSql(6)}
    AND c.sent_at BETWEEN $7::date - 14 AND $7::date + 2
    AND NOT EXISTS (SELECT 1 FROM billing.acknowledgement a
      WHERE a.org_id = c.org_id AND a.claim_id = c.id AND a.import_id = $8 AND a.ordinal = $9)`;

/** Claims of an import by their control numbers. */
export interface ImportedClaims {
  importId: string;
  numbers: readonly string[];
}

/** Claims of an import, of those with these numbers, that an early answer is about and has not reached. */
export const claimsOfEarlySet = (
  tx: Tx,
  set: EarlySet,
  of: ImportedClaims,
  limit: number,
): Promise<{ id: string; controlNumber: string }[]> =>
  tx.query(`SELECT found.* FROM ${eachOf('$2::text[]', IN_SET)} ORDER BY found.id LIMIT $10`, [
    tx.orgId,
    unique(of.numbers),
    of.importId,
    set.groupKey,
    set.setControlNumber,
    set.senderCodes,
    set.answeredOn,
    set.importId,
    set.ordinal,
    limit,
  ]);

/** Notes that an answer reached claims of an import. */
export const noteReached = (tx: Tx, set: EarlySet, importId: string, claims: number): Promise<number> =>
  tx.execute(
    `UPDATE billing.acknowledged_set SET claims = claims + $4, sent_import_id = $5 WHERE org_id = $1 AND import_id = $2 AND ordinal = $3`,
    [tx.orgId, set.importId, set.ordinal, claims, importId],
  );
