import type { Change, Operation } from '@caseboard/contracts';

/** One delivery of the log with the event that caused it; holds ids and codes only. */
export interface LogEntry {
  seq: number;
  name: string;
  version: number;
  op: Operation;
  kind: string;
  id: string;
  actor: string;
  /** UTC, RFC 3339. */
  at: string;
  reason: string | null;
}

/**
 * For each row the last operation wins (live-path 11); the result is in sequence order. Of two rows under
 * one sequence the order stays.
 */
export function lastOperations(entries: readonly LogEntry[]): LogEntry[] {
  const last = new Map<string, LogEntry>();
  for (const entry of entries) {
    const key = `${entry.kind} ${entry.id}`;
    last.delete(key);
    last.set(key, entry);
  }
  return [...last.values()];
}

/** The entry as the wire says it; the operation may have changed since, and only a `put` has a body. */
export function changeOf(entry: LogEntry, op: Operation, body?: unknown): Change {
  const { reason, ...rest } = entry;
  return { ...rest, op, ...(reason === null ? {} : { reason }), ...(op === 'put' ? { body } : {}) };
}
