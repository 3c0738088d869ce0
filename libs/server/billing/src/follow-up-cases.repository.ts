import type { Tx } from '@caseboard/server/kernel';
import { ITEM_COPIES, itemCopies } from '@caseboard/server/worklist';
import type { ItemChange } from '@caseboard/server/worklist';
import { insertSql, valuesOf } from './columns.ts';
import type { Columns } from './columns.ts';
import { asFollowUp, FOLLOW_UP_COLUMNS } from './follow-up.columns.ts';
import type { FollowUpRecord } from './follow-up.columns.ts';
import type { FollowUpRow } from './follow-up.types.ts';

const casesOf = async (tx: Tx, sql: string, parameters: readonly unknown[]): Promise<FollowUpRow[]> =>
  (await tx.query<FollowUpRecord>(sql, [tx.orgId, ...parameters])).map(asFollowUp);
const SELECT = `SELECT ${FOLLOW_UP_COLUMNS} FROM billing.follow_up_case c WHERE c.org_id = $1`;

/** Cases by id. */
export const findFollowUps = (tx: Tx, ids: readonly string[]): Promise<FollowUpRow[]> =>
  casesOf(tx, `${SELECT} AND c.id = ANY($2::uuid[]) ORDER BY c.id`, [ids]);

/** The open case of a claim. */
export const openFollowUpOf = async (tx: Tx, claimId: string): Promise<FollowUpRow | undefined> =>
  (await casesOf(tx, `${SELECT} AND c.claim_id = $2 AND c.stage <> 'resolved'`, [claimId]))[0];

/** Cases that sleep although the promised day is over, by the organisation's own calendar. */
export const overduePromises = (tx: Tx, limit: number): Promise<FollowUpRow[]> =>
  casesOf(
    tx,
    `${SELECT} AND c.promised_on < (SELECT ($2::timestamptz AT TIME ZONE o.time_zone)::date FROM identity.organisation o WHERE o.org_id = $1)
     ORDER BY c.promised_on, c.id LIMIT $3`,
    [tx.now, limit],
  );

const columns: Columns<FollowUpRow> = [
  ['id', 'uuid', (row) => row.id],
  ['number', 'text', (row) => row.number],
  ['stage', 'text', (row) => row.stage],
  ['claim_id', 'uuid', (row) => row.claimId],
  ['claim_number', 'text', (row) => row.claimNumber],
  ['control_number', 'text', (row) => row.controlNumber],
  ['patient', 'text', (row) => row.patient],
  ['payer_id', 'uuid', (row) => row.payerId],
  ['payer_name', 'text', (row) => row.payerName],
  ['facility_id', 'uuid', (row) => row.facilityId],
  ['amount_cents', 'bigint', (row) => row.amountCents],
  ['silent_since', 'date', (row) => row.silentSince],
  ['due_on', 'date', (row) => row.dueOn],
  ['due_rule', 'text', (row) => row.dueRule],
  ['item_id', 'uuid', (row) => row.itemId],
  ['item_version', 'int', (row) => row.itemVersion],
  ['priority', 'int', (row) => row.priority],
];
const INSERT = insertSql('billing.follow_up_case', columns);

/** Writes new cases; a second open case of a claim is refused by the database (23505). */
export const insertFollowUps = (tx: Tx, rows: readonly FollowUpRow[]): Promise<number> =>
  tx.execute(INSERT, [tx.orgId, ...valuesOf(columns, rows)]);

/** Writes stage, promise and contacts of the version that was checked; undefined when somebody was faster. */
export async function writeFollowUp(tx: Tx, row: FollowUpRow): Promise<FollowUpRow | undefined> {
  const sql = `
    UPDATE billing.follow_up_case c SET stage = $4, promised_on = $5, call_count = $6, last_contact_at = $7,
      moved_by = $8, moved_at = $9, version = c.version + 1
    WHERE c.org_id = $1 AND c.id = $2 AND c.version = $3 RETURNING ${FOLLOW_UP_COLUMNS}`;
  const { id, version, stage, promisedOn, callCount, lastContactAt } = row;
  return (await casesOf(tx, sql, [id, version, stage, promisedOn, callCount, lastContactAt, tx.actor, tx.now]))[0];
}

/** Copies owner, priority and version of work items into their cases; the cases as they are now. */
export const copyItemsToFollowUps = (tx: Tx, changes: readonly ItemChange[]): Promise<FollowUpRow[]> =>
  casesOf(
    tx,
    `UPDATE billing.follow_up_case c SET owner_id = n.owner_id, priority = n.priority, item_version = n.version
     FROM ${ITEM_COPIES} WHERE c.org_id = $1 AND c.id = n.case_id RETURNING ${FOLLOW_UP_COLUMNS}`,
    itemCopies(changes),
  );
