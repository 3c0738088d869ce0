import type { DataOf, EventDefinition } from '@caseboard/contracts';
import type { RowEffect } from '../events/row-definition.ts';
import type { JobQueue } from '../jobs/job-queues.ts';

/** Who acts: `user:<id>` or `rule:<name>`; it stands on every event and audit entry. */
export type Actor = `user:${string}` | `rule:${string}`;

/** What an audit entry is about: the act (a permission or `rule.…`) and the row it touched. */
export interface AuditSubject {
  action: string;
  kind: string;
  id?: string | null;
  /** Ids, codes and counts that make the entry readable; no patient data. */
  details?: Record<string, unknown>;
}

/** An event about to be appended: what happened, to which id, and which rows on screens it changes. */
export interface Append<E extends EventDefinition> {
  id: string;
  data: DataOf<E>;
  rows?: RowEffect[];
  reason?: string;
  /** Users whose rights this changes: their rooms are checked again before anything later is delivered. */
  accessUsers?: string[];
}

/** One transaction of one organisation. Repositories take it first; nothing else reaches the database. */
export interface Tx {
  readonly orgId: string;
  readonly actor: Actor;
  readonly now: Date;
  /** Rows of a statement. Parameters only: never build SQL from input. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Runs a statement; the number of rows it changed. */
  execute(sql: string, parameters?: readonly unknown[]): Promise<number>;
  /** Buffers an event; the kernel writes all of them as the last statement before COMMIT. At most 1,000. */
  append<E extends EventDefinition>(event: E, what: Append<E>): void;
  readonly appended: number;
  /** Adds to a maintained counter that lives on a channel. */
  count(channel: string, key: string, change: { count: number; cents?: number }): void;
  /** The next human number of a kind: `DEN-000123`. With `howMany`, the first of a run. */
  number(kind: string, howMany?: number): Promise<number>;
  /** One more audit entry; the unit of work writes the first by itself. */
  audit(subject: AuditSubject): void;
  /** Names the row of the unit of work's own audit entry once it is known. */
  about(id: string): void;
  /** Queues slow work; it exists only if this transaction commits. */
  enqueue(queue: JobQueue, id: string): Promise<void>;
  /** The newest sequence this snapshot can see. */
  head(): Promise<number>;
}
