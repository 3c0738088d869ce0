import type { Tx } from '@caseboard/server/kernel';
import { asItem, ITEM_COLUMNS } from './work-item.columns.ts';
import type { ItemRecord } from './work-item.columns.ts';
import type { WorkItemSort } from './work-item.queries.ts';
import type { WorkItemRow } from './work-item.types.ts';
import { visibleSql } from './worklist.access.ts';

/** What a list asks for; allow-listed words only reach the SQL. */
export interface ItemListAsk {
  queueIds: readonly string[];
  states: readonly string[];
  /** `any`, `none`, or a person. */
  owner: string;
  /** Due on this day or before; null for any or no deadline. */
  dueBy: string | null;
  sort: WorkItemSort;
  facilityIds: readonly string[];
  after: { key: string; id: string } | undefined;
  limit: number;
}

export interface ListedItem {
  row: WorkItemRow;
  sortKey: string;
}

/** Each sort as one ascending key with its type: `(key, id)` is the keyset. */
const SORTS: Record<WorkItemSort, { key: string; type: string }> = {
  '-priority': { key: 'w.rank', type: 'int' },
  dueOn: { key: "coalesce(w.due_on, 'infinity'::date)", type: 'date' },
  '-amountCents': { key: '(-w.amount_cents)', type: 'bigint' },
  openedAt: { key: 'w.opened_at', type: 'timestamptz' },
};

/**
 * One page of items. Every (queue, state) pair is its own ordered index scan and the few rows they give are
 * merged: an IN over states would sort whole queues (performance: 2.35 ms against 0.46 ms at a million rows).
 */
export async function listItems(tx: Tx, ask: ItemListAsk): Promise<ListedItem[]> {
  const { key, type } = SORTS[ask.sort];
  const isPerson = ask.owner !== 'any' && ask.owner !== 'none';
  const owner = isPerson
    ? 'w.owner_id = $6'
    : ask.owner === 'none'
      ? 'w.owner_id IS NULL AND $6::uuid IS NULL'
      : '$6::uuid IS NULL';
  const scans = isPerson
    ? { from: 'unnest($3::text[]) AS scan(state)', queue: 'w.queue_id = ANY($2::uuid[])' }
    : {
        from: 'unnest($2::uuid[]) AS queue(id) CROSS JOIN unnest($3::text[]) AS scan(state)',
        queue: 'w.queue_id = queue.id',
      };
  const due = ask.dueBy === null ? '$9::date IS NULL' : 'w.due_on <= $9::date';
  const after = ask.after
    ? `AND (${key}, w.id) > ($7::${type}, $8::uuid)`
    : 'AND $7::text IS NULL AND $8::text IS NULL';
  const records = await tx.query<ItemRecord & { sort_key: string }>(
    `SELECT page.* FROM ${scans.from} CROSS JOIN LATERAL (
       SELECT ${ITEM_COLUMNS}, ${key} AS ordering, (${key})::text AS sort_key
       FROM worklist.work_item w
       WHERE w.org_id = $1 AND ${scans.queue} AND w.state = scan.state AND ${owner} AND ${due} AND ${visibleSql('w', '$5')} ${after}
       ORDER BY ${key}, w.id LIMIT $4
     ) page ORDER BY page.ordering, page.id LIMIT $4`,
    [
      tx.orgId,
      ask.queueIds,
      ask.states,
      ask.limit,
      ask.facilityIds,
      isPerson ? ask.owner : null,
      ask.after?.key ?? null,
      ask.after?.id ?? null,
      ask.dueBy,
    ],
  );
  return records.map((record) => ({ row: asItem(record), sortKey: record.sort_key }));
}
