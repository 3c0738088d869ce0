import type { ImportCounts, ImportFault } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import type { ImportJobRow } from './import-job.ts';
import type { WrittenVerdict } from './import-verdict.rules.ts';
import { JOB_COLUMNS } from './imports.repository.ts';

/** The right to work on an import: `attempt` stands on its row as long as nobody else took it over. */
export interface ImportLease {
  importId: string;
  attempt: string;
  /** How long it holds without a renewal, in milliseconds; counted by the database's clock. */
  leaseMs: number;
}

const LEASED_UNTIL = "clock_timestamp() + $4 * interval '1 millisecond'";
/** $1 organisation, $2 import, $3 attempt: the row as long as it is ours. */
const OURS = 'org_id = $1 AND id = $2 AND attempt = $3';

/** Takes an unfinished import that nobody holds; undefined when somebody does or nothing is left to do. */
export async function takeLease(
  tx: Tx,
  { importId, attempt, leaseMs }: ImportLease,
): Promise<ImportJobRow | undefined> {
  const [job] = await tx.query<ImportJobRow>(
    `UPDATE records.import_job j SET attempt = $3, lease_until = ${LEASED_UNTIL}, state = CASE state WHEN 'queued' THEN 'checking' ELSE state END
     WHERE org_id = $1 AND id = $2 AND state IN ('queued', 'checking', 'applying') AND (lease_until IS NULL OR lease_until < clock_timestamp())
     RETURNING ${JOB_COLUMNS}`,
    [tx.orgId, importId, attempt, leaseMs],
  );
  return job;
}

/** Milliseconds until the lease of an unfinished import ends; undefined: it is finished or there is none. */
export async function leaseLeft(tx: Tx, importId: string): Promise<number | undefined> {
  const [row] = await tx.query<{ left: number }>(
    `SELECT greatest(0, extract(epoch FROM lease_until - clock_timestamp()) * 1000)::float8 AS left FROM records.import_job
     WHERE org_id = $1 AND id = $2 AND state IN ('queued', 'checking', 'applying')`,
    [tx.orgId, importId],
  );
  return row && (row.left ?? 0);
}

/** Keeps the lease; false when it is somebody else's. */
export async function renewLease(tx: Tx, lease: ImportLease): Promise<boolean> {
  return changed(tx, `UPDATE records.import_job SET lease_until = ${LEASED_UNTIL} WHERE ${OURS}`, [
    ...keyOf(tx, lease),
    lease.leaseMs,
  ]);
}

/** Lets others have it at once. */
export async function releaseLease(tx: Tx, lease: ImportLease): Promise<void> {
  await changed(tx, `UPDATE records.import_job SET lease_until = NULL WHERE ${OURS}`, keyOf(tx, lease));
}

/** Writes how far it is, never backwards, and keeps the lease; false when it is somebody else's. */
export async function writeProgress(tx: Tx, lease: ImportLease, progress: number, text: string): Promise<boolean> {
  return changed(
    tx,
    `UPDATE records.import_job SET lease_until = ${LEASED_UNTIL}, progress = greatest(progress, $5::real), progress_text = $6 WHERE ${OURS}`,
    [...keyOf(tx, lease), lease.leaseMs, progress, text],
  );
}

/** Moves the cursor, adds counts and keeps the lease; false when it is somebody else's. */
export async function writeCursor(tx: Tx, lease: ImportLease, cursor: number, counts: ImportCounts): Promise<boolean> {
  return changed(
    tx,
    `UPDATE records.import_job SET lease_until = ${LEASED_UNTIL}, cursor = $5, counts = counts || $6::jsonb, failures = 0
     WHERE ${OURS} AND state = 'applying'`,
    [...keyOf(tx, lease), lease.leaseMs, cursor, JSON.stringify(counts)],
  );
}

/**
 * Writes the verdict; false when the import is somebody else's. Breaks `import_applies_once` when another
 * import of the same file was accepted a moment before.
 */
export async function writeVerdict(tx: Tx, lease: ImportLease, verdict: WrittenVerdict): Promise<boolean> {
  return changed(
    tx,
    `UPDATE records.import_job SET state = $4, counts = $5::jsonb, faults = $6::jsonb, error_count = $7, warning_count = $8,
       duplicate_of = $9, plan = $10::jsonb, progress_text = $11, failures = 0,
       progress = CASE WHEN $4 = 'applying' THEN progress ELSE 1 END,
       accepted_at = CASE WHEN $4 = 'applying' THEN $12::timestamptz END,
       finished_at = CASE WHEN $4 = 'applying' THEN NULL ELSE $12::timestamptz END,
       lease_until = CASE WHEN $4 = 'applying' THEN lease_until END
     WHERE ${OURS} AND state = 'checking'`,
    [
      ...keyOf(tx, lease),
      verdict.state,
      JSON.stringify(verdict.counts),
      JSON.stringify(verdict.faults),
      verdict.errorCount,
      verdict.warningCount,
      verdict.duplicateOf,
      JSON.stringify(verdict.plan ?? null),
      verdict.text,
      tx.now,
    ],
  );
}

/** Ends an applied import; false when it is somebody else's. */
export async function writeDone(tx: Tx, lease: ImportLease, text: string): Promise<boolean> {
  return changed(
    tx,
    `UPDATE records.import_job SET state = 'done', progress = 1, progress_text = $4, finished_at = $5, lease_until = NULL
     WHERE ${OURS} AND state = 'applying'`,
    [...keyOf(tx, lease), text, tx.now],
  );
}

/** Counts a failure of ours and lets others try; how many there were in a row, undefined when it is somebody else's. */
export async function countFailure(tx: Tx, lease: ImportLease): Promise<number | undefined> {
  const [row] = await tx.query<{ failures: number }>(
    `UPDATE records.import_job SET failures = failures + 1, lease_until = NULL WHERE ${OURS} RETURNING failures`,
    keyOf(tx, lease),
  );
  return row?.failures;
}

/** Gives an import up until somebody lets it go on. */
export async function writeFailed(tx: Tx, lease: ImportLease, fault: ImportFault, text: string): Promise<void> {
  await tx.execute(
    `UPDATE records.import_job SET state = 'failed', progress_text = $4, faults = jsonb_build_array($5::jsonb) || faults,
       error_count = error_count + 1, finished_at = $6 WHERE ${OURS}`,
    [...keyOf(tx, lease), text, JSON.stringify(fault), tx.now],
  );
}

const keyOf = (tx: Tx, lease: ImportLease) => [tx.orgId, lease.importId, lease.attempt];

const changed = async (tx: Tx, sql: string, parameters: readonly unknown[]) =>
  (await tx.execute(sql, parameters)) === 1;
