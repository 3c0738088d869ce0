import type { Tx } from '@caseboard/server/kernel';
import type { LogEntry } from './log-entry.ts';

const MOST_ENTRIES = 5000;

/**
 * A channel's deliveries in (since, through] as the log has them, oldest first. Undefined when there are
 * more than 5,000 or when retention already took some of them.
 */
export async function readEntries(
  tx: Tx,
  channel: string,
  since: number,
  through: number,
): Promise<LogEntry[] | undefined> {
  const entries = await tx.query<LogEntry>(
    `SELECT d.seq::float8 AS seq, e.name, e.version, d.op, d.kind, d.id, e.actor,
       to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, d.reason
     FROM events.delivery d JOIN events.event e ON e.org_id = d.org_id AND e.seq = d.seq
     WHERE d.org_id = $1 AND d.channel = $2 AND d.seq > $3 AND d.seq <= $4
     ORDER BY d.seq LIMIT ${MOST_ENTRIES + 1}`,
    [tx.orgId, channel, since, through],
  );
  const [stream] = await tx.query<{ floor: number }>(
    'SELECT floor::float8 AS floor FROM events.stream WHERE org_id = $1',
    [tx.orgId],
  );
  if (!stream || since < stream.floor || entries.length > MOST_ENTRIES) return undefined;
  return entries;
}
