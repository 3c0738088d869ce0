import { channels } from '@caseboard/contracts';
import type { Queue, QueueKey } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { QUEUE_NAMES } from './queue-names.ts';

/** Makes the queues every organisation has; those that are there stay as they are. */
export async function ensureQueues(tx: Tx): Promise<void> {
  const wanted = Object.entries(QUEUE_NAMES);
  await tx.execute(
    `INSERT INTO worklist.queue (org_id, id, key, name)
     SELECT $1, n.id, n.key, n.name FROM unnest($2::uuid[], $3::text[], $4::text[]) AS n(id, key, name)
     ON CONFLICT (org_id, key) DO NOTHING`,
    [tx.orgId, wanted.map(() => uuidv7()), wanted.map(([key]) => key), wanted.map(([, name]) => name)],
  );
}

/** Queue ids by key. */
export async function queueIds(tx: Tx): Promise<Map<QueueKey, string>> {
  const rows = await tx.query<{ id: string; key: QueueKey }>('SELECT id, key FROM worklist.queue WHERE org_id = $1', [
    tx.orgId,
  ]);
  return new Map(rows.map(({ id, key }) => [key, id]));
}

/** A queue by key; undefined when the organisation has none. */
export async function findQueue(tx: Tx, key: QueueKey): Promise<{ id: string; name: string } | undefined> {
  const [row] = await tx.query<{ id: string; name: string }>(
    'SELECT id, name FROM worklist.queue WHERE org_id = $1 AND key = $2',
    [tx.orgId, key],
  );
  return row;
}

/** All queues with their maintained counts and the person's own. */
export async function queuesFor(tx: Tx, userId: string): Promise<Queue[]> {
  const rows = await tx.query<{ id: string; key: QueueKey; name: string; open: string | null; mine: string | null }>(
    `SELECT q.id, q.key, q.name, everybody.count AS open, own.count AS mine
     FROM worklist.queue q
     LEFT JOIN kernel.counter everybody ON everybody.org_id = $1 AND everybody.channel = $2 AND everybody.key = q.id::text
     LEFT JOIN kernel.counter own ON own.org_id = $1 AND own.channel = $3 AND own.key = 'queue:' || q.id
     WHERE q.org_id = $1`,
    [tx.orgId, channels.queueCounts(), channels.user(userId)],
  );
  const order = Object.keys(QUEUE_NAMES);
  return rows
    .map((row) => ({ ...row, open: Number(row.open ?? 0), mine: Number(row.mine ?? 0) }))
    .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}
