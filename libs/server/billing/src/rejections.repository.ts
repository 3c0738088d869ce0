import type { Tx } from '@caseboard/server/kernel';
import { ITEM_COPIES, itemCopies, visibleSql } from '@caseboard/server/worklist';
import type { ItemChange } from '@caseboard/server/worklist';
import { bulkInsert } from './bulk-insert.ts';
import { insertSql } from './columns.ts';
import type { Columns } from './columns.ts';
import type { RejectionRow } from './rejection.types.ts';

const COLUMNS = `r.id, r.number, r.state, r.claim_id AS "claimId", r.acknowledgement_id AS "acknowledgementId", r.claim_number AS "claimNumber",
  r.control_number AS "controlNumber", r.patient, r.payer_id AS "payerId", r.payer_name AS "payerName", r.facility_id AS "facilityId", r.source, r.statuses,
  r.charge_cents AS "chargeCents", r.rejected_on::text AS "rejectedOn", r.opened_at AS "openedAt", r.due_on::text AS "dueOn", r.due_rule AS "dueRule",
  r.resolution, r.note, r.resolved_by AS "resolvedBy", r.resolved_at AS "resolvedAt", r.item_id AS "itemId", r.item_version AS "itemVersion",
  r.owner_id AS "ownerId", r.version,
  coalesce((SELECT f.is_gated FROM identity.facility f WHERE f.org_id = r.org_id AND f.id = r.facility_id), false) AS "isRestricted"`;

const rowsOf = async (tx: Tx, sql: string, parameters: readonly unknown[]): Promise<RejectionRow[]> =>
  (await tx.query<Omit<RejectionRow, 'chargeCents'> & { chargeCents: string }>(sql, parameters)).map((row) => ({
    ...row,
    chargeCents: Number(row.chargeCents),
  }));

/** Rejections by id. */
export const findRejections = (tx: Tx, ids: readonly string[]): Promise<RejectionRow[]> =>
  rowsOf(tx, `SELECT ${COLUMNS} FROM billing.rejection_case r WHERE r.org_id = $1 AND r.id = ANY($2::uuid[])`, [
    tx.orgId,
    ids,
  ]);

/** Rejections of a claim, oldest first. */
export const rejectionsOfClaim = (tx: Tx, claimId: string): Promise<RejectionRow[]> =>
  rowsOf(
    tx,
    `SELECT ${COLUMNS} FROM billing.rejection_case r WHERE r.org_id = $1 AND r.claim_id = $2 ORDER BY r.opened_at, r.id`,
    [tx.orgId, claimId],
  );

/** Which of these claims have a rejection nobody has dealt with. */
export async function claimsRejectedNow(tx: Tx, claimIds: readonly string[]): Promise<Set<string>> {
  if (claimIds.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `SELECT r.claim_id AS id FROM billing.rejection_case r WHERE r.org_id = $1 AND r.claim_id = ANY($2::uuid[]) AND r.state = 'open'`,
    [tx.orgId, claimIds],
  );
  return new Set(rows.map(({ id }) => id));
}

const columns: Columns<RejectionRow> = [
  ['id', 'uuid', (row) => row.id],
  ['number', 'text', (row) => row.number],
  ['state', 'text', (row) => row.state],
  ['claim_id', 'uuid', (row) => row.claimId],
  ['acknowledgement_id', 'uuid', (row) => row.acknowledgementId],
  ['claim_number', 'text', (row) => row.claimNumber],
  ['control_number', 'text', (row) => row.controlNumber],
  ['patient', 'text', (row) => row.patient],
  ['payer_id', 'uuid', (row) => row.payerId],
  ['payer_name', 'text', (row) => row.payerName],
  ['facility_id', 'uuid', (row) => row.facilityId],
  ['source', 'text', (row) => row.source],
  ['statuses', 'jsonb', (row) => JSON.stringify(row.statuses)],
  ['charge_cents', 'bigint', (row) => row.chargeCents],
  ['rejected_on', 'date', (row) => row.rejectedOn],
  ['opened_at', 'timestamptz', (row) => row.openedAt],
  ['due_on', 'date', (row) => row.dueOn],
  ['due_rule', 'text', (row) => row.dueRule],
  ['item_id', 'uuid', (row) => row.itemId],
  ['item_version', 'int', (row) => row.itemVersion],
];
const table = { sql: insertSql('billing.rejection_case', columns), columns };

/** Writes new rejections. */
export const insertRejections = (tx: Tx, rows: readonly RejectionRow[]): Promise<void> => bulkInsert(tx, table, rows);

/** Closes the version the person saw; undefined when somebody changed it first. */
export async function closeRejection(
  tx: Tx,
  { id, version }: RejectionRow,
  { resolution, note }: { resolution: string; note: string | null },
): Promise<RejectionRow | undefined> {
  const [row] = await rowsOf(
    tx,
    `UPDATE billing.rejection_case r SET state = 'resolved', resolution = $4, note = $5, resolved_by = $6, resolved_at = $7, version = r.version + 1
     WHERE r.org_id = $1 AND r.id = $2 AND r.version = $3 AND r.state = 'open' RETURNING ${COLUMNS}`,
    [tx.orgId, id, version, resolution, note, tx.actor, tx.now],
  );
  return row;
}

/** Copies owner and version of work items into their rejections; the rejections as they are now. */
export const copyItemsToRejections = (tx: Tx, changes: readonly ItemChange[]): Promise<RejectionRow[]> =>
  rowsOf(
    tx,
    `UPDATE billing.rejection_case r SET owner_id = n.owner_id, item_version = n.version
     FROM ${ITEM_COPIES} WHERE r.org_id = $1 AND r.id = n.case_id RETURNING ${COLUMNS}`,
    [tx.orgId, ...itemCopies(changes)],
  );

/** What a list of rejections asks for. */
export interface RejectionsAsk {
  states: readonly string[];
  payer: string | undefined;
  /** An owner's id, `none`, or undefined for all. */
  owner: string | undefined;
  text: string | undefined;
  ids: readonly string[] | undefined;
  facilityIds: readonly string[];
  after: { dueOn: string; id: string } | undefined;
  limit: number;
}

const BEYOND = '\u{10FFFF}';
/** A rejection without a deadline comes last. */
export const NEVER = '9999-12-31';

/** One page of rejections, the one whose time runs out first on top. */
export const listRejections = (tx: Tx, ask: RejectionsAsk): Promise<RejectionRow[]> =>
  rowsOf(
    tx,
    `SELECT ${COLUMNS} FROM billing.rejection_case r
     WHERE r.org_id = $1 AND r.state = ANY($2) AND ${visibleSql('r', '$3')}
       AND ($4::uuid IS NULL OR r.payer_id = $4)
       AND ($5::text IS NULL OR ($5 = 'none' AND r.owner_id IS NULL) OR r.owner_id::text = $5)
       AND ($6::text IS NULL OR (r.number >= $6 AND r.number < $7) OR (r.control_number >= $6 AND r.control_number < $7)
         OR (r.claim_number >= $6 AND r.claim_number < $7))
       AND ($8::uuid[] IS NULL OR r.id = ANY($8))
       AND ($9::date IS NULL OR (coalesce(r.due_on, '${NEVER}'), r.id) > ($9, $10::uuid))
     ORDER BY coalesce(r.due_on, '${NEVER}'), r.id LIMIT $11`,
    [
      tx.orgId,
      ask.states,
      ask.facilityIds,
      ask.payer ?? null,
      ask.owner ?? null,
      ask.text ?? null,
      ask.text === undefined ? null : ask.text + BEYOND,
      ask.ids ?? null,
      ask.after?.dueOn ?? null,
      ask.after?.id ?? null,
      ask.limit,
    ],
  );
