import type { Operation } from '@caseboard/contracts';
import type { Tx } from '../database/tx.ts';

/** How one row's presence on channels changes with an event. */
export interface RowEffect {
  kind: string;
  id: string;
  deliveries: { channel: string; op: Operation; reason?: string }[];
}

/** A kind of row that lives on channels: where it is, whether it is restricted, and its body for an audience. */
export interface RowDefinition<Row extends { id: string } = never> {
  kind: string;
  channelsOf(row: Row): string[];
  /** A restricted row (gated facility, VIP, Part 2) is only touched: each screen asks for it itself. */
  isRestricted(row: Row): boolean;
  /** Bodies as they are now, for one audience; an id that is missing has left. */
  project(tx: Tx, ids: string[], audience: string): Promise<Map<string, unknown>>;
}

/**
 * Compares where a row was and where it is: gone → `leave`, there → `put`, or `touch` when restricted.
 * `before` undefined: it is new. `after` undefined: it is gone.
 */
export function effectOf<Row extends { id: string }>(
  definition: RowDefinition<Row>,
  before: Row | undefined,
  after: Row | undefined,
  reason?: string,
): RowEffect {
  const row = after ?? before;
  if (!row) throw new Error('An effect needs the row before or after.');
  const now = after ? definition.channelsOf(after) : [];
  const gone = before ? definition.channelsOf(before).filter((channel) => !now.includes(channel)) : [];
  const op: Operation = after && definition.isRestricted(after) ? 'touch' : 'put';
  const because = reason === undefined ? {} : { reason };
  return {
    kind: definition.kind,
    id: row.id,
    deliveries: [
      ...now.map((channel) => ({ channel, op, ...because })),
      ...gone.map((channel) => ({ channel, op: 'leave' as const, ...because })),
    ],
  };
}
