import type { Tx } from '../database/tx.ts';
import type { JobPayload, JobQueue } from './job-queues.ts';

/** A database in the shape the job library asks for. */
export interface SqlExecutor {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Queues a job; identical ones that are still waiting are one. */
export interface JobSender {
  send(queue: JobQueue, payload: JobPayload, through: SqlExecutor): Promise<void>;
}

/** Lets the job library write inside a transaction, so that the job commits or rolls back with it. */
export const fromTransaction = (tx: Tx): SqlExecutor => ({
  executeSql: async (text, values) => ({ rows: await tx.query<Record<string, unknown>>(text, values) }),
});
