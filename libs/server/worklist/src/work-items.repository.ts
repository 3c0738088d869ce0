import type { Tx } from '@caseboard/server/kernel';
import { asItem, ITEM_COLUMNS } from './work-item.columns.ts';
import type { ItemRecord } from './work-item.columns.ts';
import type { Priority } from './priority.rules.ts';
import type { NewWorkItem, WorkItemRow } from './work-item.types.ts';
import { visibleSql } from './worklist.access.ts';

const rowsOf = async (tx: Tx, sql: string, parameters: readonly unknown[]) =>
  (await tx.query<ItemRecord>(sql, parameters)).map(asItem);

/** An item by id; undefined when it is not there. */
export async function findItem(tx: Tx, id: string): Promise<WorkItemRow | undefined> {
  return (
    await rowsOf(tx, `SELECT ${ITEM_COLUMNS} FROM worklist.work_item w WHERE w.org_id = $1 AND w.id = $2`, [
      tx.orgId,
      id,
    ])
  )[0];
}

/** Items by id, for projections. */
export async function findItems(tx: Tx, ids: readonly string[]): Promise<WorkItemRow[]> {
  return rowsOf(tx, `SELECT ${ITEM_COLUMNS} FROM worklist.work_item w WHERE w.org_id = $1 AND w.id = ANY($2::uuid[])`, [
    tx.orgId,
    ids,
  ]);
}

/** Items of cases; with `isLocked` they stay as they are until the transaction ends. */
export async function itemsOfSubjects(
  tx: Tx,
  subjectType: string,
  subjectIds: readonly string[],
  isLocked = false,
): Promise<WorkItemRow[]> {
  return rowsOf(
    tx,
    `SELECT ${ITEM_COLUMNS} FROM worklist.work_item w
     WHERE w.org_id = $1 AND w.subject_type = $2 AND w.subject_id = ANY($3::uuid[])
     ORDER BY w.id ${isLocked ? 'FOR NO KEY UPDATE OF w' : ''}`,
    [tx.orgId, subjectType, subjectIds],
  );
}

/** Gives the highest free item the person may see to the person; two at the same moment get different ones. */
export async function pickNext(
  tx: Tx,
  queueId: string,
  ownerId: string,
  facilityIds: readonly string[],
): Promise<WorkItemRow | undefined> {
  const sql = `
    WITH pick AS MATERIALIZED (
      SELECT w.id FROM worklist.work_item w
      WHERE w.org_id = $1 AND w.queue_id = $2 AND w.free_rank IS NOT NULL AND ${visibleSql('w', '$4')}
      ORDER BY w.free_rank, w.id LIMIT 1 FOR NO KEY UPDATE OF w SKIP LOCKED
    )
    UPDATE worklist.work_item w SET owner_id = $3, version = w.version + 1
    WHERE w.org_id = $1 AND w.id = (SELECT pick.id FROM pick) AND w.owner_id IS NULL
    RETURNING ${ITEM_COLUMNS}`;
  return (await rowsOf(tx, sql, [tx.orgId, queueId, ownerId, facilityIds]))[0];
}

/** Sets the owner of the version the person saw; undefined when somebody changed the item first. */
export async function setOwner(
  tx: Tx,
  id: string,
  version: number,
  ownerId: string | null,
): Promise<WorkItemRow | undefined> {
  const sql = `
    UPDATE worklist.work_item w SET owner_id = $4, version = w.version + 1
    WHERE w.org_id = $1 AND w.id = $2 AND w.version = $3 AND w.state <> 'done'
    RETURNING ${ITEM_COLUMNS}`;
  return (await rowsOf(tx, sql, [tx.orgId, id, version, ownerId]))[0];
}

/** A new item with its id, queue and first priority. */
export interface Insert {
  id: string;
  queueId: string;
  item: NewWorkItem;
  priority: Priority;
}

/** Inserts items in one statement. */
export async function insertItems(tx: Tx, inserts: readonly Insert[], timeZone: string): Promise<WorkItemRow[]> {
  const values = inserts.map(({ id, queueId, item, priority }) => ({
    id,
    queue_id: queueId,
    subject_type: item.subjectType,
    subject_id: item.subjectId,
    number: item.number,
    facility_id: item.facilityId,
    ...storedPriority(priority),
    due_on: item.dueOn,
    due_rule: item.dueRule,
    code: item.code,
    needs: item.needs,
    patient: item.patient,
    payer: item.payer,
    amount_cents: item.amountCents,
    opened_at: item.openedAt,
    owner_id: item.ownerId ?? null,
  }));
  return rowsOf(
    tx,
    `INSERT INTO worklist.work_item AS w (org_id, id, queue_id, subject_type, subject_id, number, facility_id, state, priority, priority_parts,
       rescore_at, due_on, due_rule, code, needs, patient, payer, amount_cents, opened_at, owner_id)
     SELECT $1, n.id, n.queue_id, n.subject_type, n.subject_id, n.number, n.facility_id, 'open', n.priority, n.priority_parts,
       n.rescore_on::timestamp AT TIME ZONE $3, n.due_on, n.due_rule, n.code, n.needs, n.patient, n.payer, n.amount_cents, n.opened_at, n.owner_id
     FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, queue_id uuid, subject_type text, subject_id uuid, number text, facility_id uuid,
       priority int, priority_parts jsonb, rescore_on date, due_on date, due_rule text, code text, needs text, patient text, payer text,
       amount_cents bigint, opened_at timestamptz, owner_id uuid)
     ORDER BY n.id
     RETURNING ${ITEM_COLUMNS}`,
    [tx.orgId, JSON.stringify(values), timeZone],
  );
}

/** An item as it shall be, with its priority counted anew. */
export interface Rewrite {
  row: WorkItemRow;
  priority: Priority;
}

/** Writes changed items that this transaction has locked; versions rise by one. */
export async function rewriteItems(tx: Tx, rewrites: readonly Rewrite[], timeZone: string): Promise<WorkItemRow[]> {
  const values = rewrites.map(({ row, priority }) => ({
    id: row.id,
    facility_id: row.facilityId,
    state: row.state,
    ...storedPriority(priority),
    due_on: row.dueOn,
    due_rule: row.dueRule,
    code: row.code,
    needs: row.needs,
    patient: row.patient,
    payer: row.payer,
    amount_cents: row.amountCents,
    waited_days: row.waitedDays,
    waiting_since: row.waitingSince,
  }));
  return rowsOf(
    tx,
    `UPDATE worklist.work_item w SET facility_id = n.facility_id, state = n.state, priority = n.priority, priority_parts = n.priority_parts,
       rescore_at = CASE WHEN n.state = 'done' THEN NULL ELSE n.rescore_on::timestamp AT TIME ZONE $3 END,
       due_on = n.due_on, due_rule = n.due_rule, code = n.code, needs = n.needs, patient = n.patient, payer = n.payer,
       amount_cents = n.amount_cents, waited_days = n.waited_days, waiting_since = n.waiting_since, version = w.version + 1
     FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, facility_id uuid, state text, priority int, priority_parts jsonb, rescore_on date,
       due_on date, due_rule text, code text, needs text, patient text, payer text, amount_cents bigint, waited_days int, waiting_since date)
     WHERE w.org_id = $1 AND w.id = n.id
     RETURNING ${ITEM_COLUMNS}`,
    [tx.orgId, JSON.stringify(values), timeZone],
  );
}

const storedPriority = ({ score, parts, rescoreOn }: Priority) => ({
  priority: score,
  priority_parts: parts,
  rescore_on: rescoreOn,
});
