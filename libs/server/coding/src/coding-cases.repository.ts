import type { Tx } from '@caseboard/server/kernel';
import { ITEM_COPIES, itemCopies } from '@caseboard/server/worklist';
import type { ItemChange } from '@caseboard/server/worklist';
import { CASE_COLUMNS } from './coding-case.columns.ts';
import type { CodingCaseRow } from './coding-case.types.ts';

/** Cases by id. */
export async function findCases(tx: Tx, ids: readonly string[]): Promise<CodingCaseRow[]> {
  const sql = `SELECT ${CASE_COLUMNS} FROM coding.coding_case c WHERE c.org_id = $1 AND c.id = ANY($2::uuid[]) ORDER BY c.id`;
  return tx.query<CodingCaseRow>(sql, [tx.orgId, ids]);
}

/** A case by id. */
export const findCase = async (tx: Tx, id: string): Promise<CodingCaseRow | undefined> =>
  (await findCases(tx, [id]))[0];

/** Cases of encounters; an encounter has one at most. */
export async function casesOfEncounters(tx: Tx, encounterIds: readonly string[]): Promise<CodingCaseRow[]> {
  const sql = `SELECT ${CASE_COLUMNS} FROM coding.coding_case c WHERE c.org_id = $1 AND c.encounter_id = ANY($2::uuid[]) ORDER BY c.id`;
  return tx.query<CodingCaseRow>(sql, [tx.orgId, encounterIds]);
}

/** Writes a new case. */
export async function insertCase(tx: Tx, row: CodingCaseRow): Promise<void> {
  await tx.execute(
    `INSERT INTO coding.coding_case (org_id, id, number, encounter_id, encounter_number, class, patient, started_on, ended_on,
       facility_id, state, due_on, due_rule, item_id, item_version, owner_id, priority)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      tx.orgId,
      row.id,
      row.number,
      row.encounterId,
      row.encounterNumber,
      row.class,
      row.patient,
      row.startedOn,
      row.endedOn,
      row.facilityId,
      row.state,
      row.dueOn,
      row.dueRule,
      row.itemId,
      row.itemVersion,
      row.ownerId,
      row.priority,
    ],
  );
}

/** Writes everything of a case that may change, if it still has the version of `row`; undefined when somebody was faster. */
export async function rewriteCase(tx: Tx, row: CodingCaseRow): Promise<CodingCaseRow | undefined> {
  const sql = `
    UPDATE coding.coding_case c SET class = $4, patient = $5, started_on = $6, ended_on = $7, facility_id = $8, state = $9,
      codes = $10, findings = $11, open_queries = $12, due_on = $13, due_rule = $14, finalized_by = $15, finalized_at = $16,
      version = c.version + 1
    WHERE c.org_id = $1 AND c.id = $2 AND c.version = $3 RETURNING ${CASE_COLUMNS}`;
  const [written] = await tx.query<CodingCaseRow>(sql, [
    tx.orgId,
    row.id,
    row.version,
    row.class,
    row.patient,
    row.startedOn,
    row.endedOn,
    row.facilityId,
    row.state,
    JSON.stringify(row.codes),
    JSON.stringify(row.findings),
    row.openQueries,
    row.dueOn,
    row.dueRule,
    row.finalizedBy,
    row.finalizedAt,
  ]);
  return written;
}

/** Copies owner, priority and version of work items into their cases; the cases as they are now. */
export const copyItems = (tx: Tx, changes: readonly ItemChange[]): Promise<CodingCaseRow[]> =>
  tx.query<CodingCaseRow>(
    `UPDATE coding.coding_case c SET owner_id = n.owner_id, priority = n.priority, item_version = n.version
     FROM ${ITEM_COPIES} WHERE c.org_id = $1 AND c.id = n.case_id RETURNING ${CASE_COLUMNS}`,
    [tx.orgId, ...itemCopies(changes)],
  );
