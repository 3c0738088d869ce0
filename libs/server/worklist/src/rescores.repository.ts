import type { Tx } from '@caseboard/server/kernel';
import { asItem, ITEM_COLUMNS } from './work-item.columns.ts';
import type { ItemRecord } from './work-item.columns.ts';
import type { WorkItemRow } from './work-item.types.ts';

/** Items one of whose parts changes tier by now; locking, those another transaction holds are left for later. */
export async function dueItems(tx: Tx, limit: number, isLocking: boolean): Promise<WorkItemRow[]> {
  const records = await tx.query<ItemRecord>(
    `SELECT ${ITEM_COLUMNS} FROM worklist.work_item w
     WHERE w.org_id = $1 AND w.rescore_at <= $2
     ORDER BY w.rescore_at LIMIT $3 ${isLocking ? 'FOR NO KEY UPDATE OF w SKIP LOCKED' : ''}`,
    [tx.orgId, tx.now, limit],
  );
  return records.map(asItem);
}

/** The organisation's time zone (IANA name), whose days priorities count. */
export async function timeZoneOf(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ time_zone: string }>('SELECT time_zone FROM identity.organisation WHERE org_id = $1', [
    tx.orgId,
  ]);
  return row?.time_zone ?? 'UTC';
}
