import type { Counter } from '@caseboard/contracts';
import type { Tx } from '../database/tx.ts';
import type { RowDefinition } from './row-definition.ts';

/** A maintained counter lives on the one channel in its key; who follows the channel may see its totals. */
export const counterRow: RowDefinition<{ id: string }> = {
  kind: 'counter',
  channelsOf: (row) => [row.id.slice(0, row.id.indexOf('|'))],
  isRestricted: () => false,
  project: async (tx, ids) => {
    const keys = ids.map((id) => [id.slice(0, id.indexOf('|')), id.slice(id.indexOf('|') + 1)] as const);
    const rows = await tx.query<{ channel: string; key: string; count: string; cents: string }>(
      `SELECT c.channel, c.key, c.count, c.cents
       FROM unnest($2::text[], $3::text[]) AS wanted(channel, key)
       JOIN kernel.counter c ON c.org_id = $1 AND c.channel = wanted.channel AND c.key = wanted.key`,
      [tx.orgId, keys.map(([channel]) => channel), keys.map(([, key]) => key)],
    );
    return new Map(rows.map((row) => [`${row.channel}|${row.key}`, asCounter(row)]));
  },
};

/** All counters of a channel, for the snapshot beside its rows. */
export async function countersOf(tx: Tx, channel: string): Promise<Counter[]> {
  const rows = await tx.query<{ channel: string; key: string; count: string; cents: string }>(
    'SELECT channel, key, count, cents FROM kernel.counter WHERE org_id = $1 AND channel = $2 ORDER BY key',
    [tx.orgId, channel],
  );
  return rows.map(asCounter);
}

const asCounter = (row: { channel: string; key: string; count: string; cents: string }): Counter => ({
  channel: row.channel,
  key: row.key,
  count: Number(row.count),
  cents: Number(row.cents),
});
