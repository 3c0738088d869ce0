import type { Tx } from '@caseboard/server/kernel';
import { ITEM_COPIES, itemCopies } from '@caseboard/server/worklist';
import type { ItemChange } from '@caseboard/server/worklist';
import { asCase, CASE_COLUMNS } from './denial-case.columns.ts';
import type { CaseRecord } from './denial-case.columns.ts';
import type { DenialCaseRow } from './denial-case.types.ts';

const casesOf = async (tx: Tx, sql: string, parameters: readonly unknown[]) =>
  (await tx.query<CaseRecord>(sql, parameters)).map(asCase);

/** Cases by id. */
export async function findCases(tx: Tx, ids: readonly string[]): Promise<DenialCaseRow[]> {
  return casesOf(
    tx,
    `SELECT ${CASE_COLUMNS} FROM denials.denial_case c WHERE c.org_id = $1 AND c.id = ANY($2::uuid[]) ORDER BY c.id`,
    [tx.orgId, ids],
  );
}

/** A case by its id or by the id of one of its denials. */
export async function findCase(tx: Tx, id: string): Promise<DenialCaseRow | undefined> {
  const sql = `
    SELECT ${CASE_COLUMNS} FROM denials.denial_case c
    WHERE c.org_id = $1 AND c.id = coalesce((SELECT d.case_id FROM denials.denial d WHERE d.org_id = $1 AND d.id = $2), $2)`;
  return (await casesOf(tx, sql, [tx.orgId, id]))[0];
}

/** The case one claim of a remittance opened. */
export async function findCaseOf(tx: Tx, remittanceClaimId: string): Promise<DenialCaseRow | undefined> {
  const sql = `SELECT ${CASE_COLUMNS} FROM denials.denial_case c WHERE c.org_id = $1 AND c.remittance_claim_id = $2`;
  return (await casesOf(tx, sql, [tx.orgId, remittanceClaimId]))[0];
}

/** Writes a new case; moves, facts of closing and version start empty. */
export async function insertCase(tx: Tx, row: DenialCaseRow): Promise<void> {
  await tx.execute(
    `INSERT INTO denials.denial_case (org_id, id, number, remittance_claim_id, remittance_id, remittance_number, claim_id, claim_number,
       payer_id, payer_name, facility_id, patient, stage, category, group_code, carc, rarcs, denial_count, amount_cents, denied_on,
       due_kind, due_on, due_rule, item_id, item_version, owner_id, priority)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)`,
    [
      tx.orgId,
      row.id,
      row.number,
      row.remittanceClaimId,
      row.remittanceId,
      row.remittanceNumber,
      row.claimId,
      row.claimNumber,
      row.payerId,
      row.payerName,
      row.facilityId,
      row.patient,
      row.stage,
      row.category,
      row.group,
      row.carc,
      row.rarcs,
      row.denialCount,
      row.amountCents,
      row.deniedOn,
      row.dueKind,
      row.dueOn,
      row.dueRule,
      row.itemId,
      row.itemVersion,
      row.ownerId,
      row.priority,
    ],
  );
}

/** Writes stage and facts of closing of the version that was checked; undefined when somebody was faster. */
export async function moveCase(tx: Tx, row: DenialCaseRow): Promise<DenialCaseRow | undefined> {
  const sql = `
    UPDATE denials.denial_case c SET stage = $4, root_cause = $5, is_preventable = $6, recovered_cents = $7,
      moved_by = $8, moved_at = $9, version = c.version + 1
    WHERE c.org_id = $1 AND c.id = $2 AND c.version = $3 RETURNING ${CASE_COLUMNS}`;
  const { id, version, stage, rootCause, isPreventable, recoveredCents } = row;
  return (
    await casesOf(tx, sql, [tx.orgId, id, version, stage, rootCause, isPreventable, recoveredCents, tx.actor, tx.now])
  )[0];
}

/** Writes what a case learns when its claim is known. */
export async function linkCase(tx: Tx, row: DenialCaseRow): Promise<DenialCaseRow | undefined> {
  const sql = `
    UPDATE denials.denial_case c SET claim_id = $4, claim_number = $5, patient = $6, facility_id = $7, version = c.version + 1
    WHERE c.org_id = $1 AND c.id = $2 AND c.version = $3 RETURNING ${CASE_COLUMNS}`;
  return (
    await casesOf(tx, sql, [tx.orgId, row.id, row.version, row.claimId, row.claimNumber, row.patient, row.facilityId])
  )[0];
}

/** Copies owner, priority and version of work items into their cases; the cases as they are now. */
export const copyItems = (tx: Tx, changes: readonly ItemChange[]): Promise<DenialCaseRow[]> =>
  casesOf(
    tx,
    `UPDATE denials.denial_case c SET owner_id = n.owner_id, priority = n.priority, item_version = n.version
     FROM ${ITEM_COPIES} WHERE c.org_id = $1 AND c.id = n.case_id RETURNING ${CASE_COLUMNS}`,
    [tx.orgId, ...itemCopies(changes)],
  );
