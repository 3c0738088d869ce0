import type { ImportFault } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import type { ImportJobRow } from './import-job.ts';

/** Columns of an import, for `FROM records.import_job j`. */
export const JOB_COLUMNS = `j.id, j.file_id AS "fileId", j.file_name AS "fileName", j.encoding, j.sha256, j.bytes::float8 AS bytes, j.kind, j.state,
  j.progress::float8 AS progress, j.progress_text AS "progressText", j.counts, j.faults, j.error_count AS "errorCount",
  j.warning_count AS "warningCount", j.duplicate_of AS "duplicateOf", j.plan, j.cursor::float8 AS cursor, j.failures,
  j.by_user_id AS "byUserId", j.created_at AS "createdAt", j.finished_at AS "finishedAt"`;

/** An import about to be written. */
export type NewImport = Pick<
  ImportJobRow,
  | 'id'
  | 'fileId'
  | 'fileName'
  | 'encoding'
  | 'sha256'
  | 'bytes'
  | 'kind'
  | 'state'
  | 'progressText'
  | 'faults'
  | 'byUserId'
>;

/** Inserts an import; a rejected one is finished at once. */
export async function insertImport(tx: Tx, job: NewImport): Promise<void> {
  await tx.execute(
    `INSERT INTO records.import_job (org_id, id, file_id, file_name, encoding, sha256, bytes, kind, state, progress, progress_text,
       faults, error_count, by_user_id, created_at, finished_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $9 = 'rejected' THEN 1 ELSE 0 END, $10, $11::jsonb, jsonb_array_length($11::jsonb),
       $12, $13, CASE WHEN $9 = 'rejected' THEN $13::timestamptz END)`,
    [
      tx.orgId,
      job.id,
      job.fileId,
      job.fileName,
      job.encoding,
      job.sha256,
      job.bytes,
      job.kind,
      job.state,
      job.progressText,
      JSON.stringify(job.faults satisfies ImportFault[]),
      job.byUserId,
      tx.now,
    ],
  );
}

/** One import; undefined when there is none. */
export async function findImport(tx: Tx, id: string): Promise<ImportJobRow | undefined> {
  return (await importsByIds(tx, [id]))[0];
}

/** Imports by id; unknown ids are missing. */
export async function importsByIds(tx: Tx, ids: readonly string[]): Promise<ImportJobRow[]> {
  return tx.query<ImportJobRow>(
    `SELECT ${JOB_COLUMNS} FROM records.import_job j WHERE j.org_id = $1 AND j.id = ANY($2::uuid[])`,
    [tx.orgId, ids],
  );
}

/** Imports, newest first, from after an id. */
export async function importsBefore(tx: Tx, before: string | undefined, limit: number): Promise<ImportJobRow[]> {
  return tx.query<ImportJobRow>(
    `SELECT ${JOB_COLUMNS} FROM records.import_job j WHERE j.org_id = $1 AND j.id < $2::uuid ORDER BY j.id DESC LIMIT $3`,
    [tx.orgId, before ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limit],
  );
}

/** Ids of imports a worker still has something to do for, oldest first. */
export async function unfinishedImports(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM records.import_job WHERE org_id = $1 AND state IN ('queued', 'checking', 'applying') ORDER BY id`,
    [tx.orgId],
  );
  return rows.map((row) => row.id);
}

/** The import that applied, or is applying, a file with this hash. */
export async function appliedImport(tx: Tx, sha256: string): Promise<Pick<ImportJobRow, 'id' | 'state'> | undefined> {
  const [row] = await tx.query<Pick<ImportJobRow, 'id' | 'state'>>(
    'SELECT id, state FROM records.import_job WHERE org_id = $1 AND sha256 = $2 AND accepted_at IS NOT NULL',
    [tx.orgId, sha256],
  );
  return row;
}

/** Lets a failed import go on where it stopped; its state then, undefined when it has not failed. */
export async function reviveImport(tx: Tx, id: string): Promise<ImportJobRow['state'] | undefined> {
  const [revived] = await tx.query<Pick<ImportJobRow, 'state'>>(
    `UPDATE records.import_job SET state = CASE WHEN accepted_at IS NULL THEN 'queued' ELSE 'applying' END, failures = 0, finished_at = NULL,
       faults = coalesce((SELECT jsonb_agg(f) FROM jsonb_array_elements(faults) f WHERE f ->> 'code' <> 'import/failed'), '[]'),
       error_count = error_count - 1, progress_text = 'Waiting to go on'
     WHERE org_id = $1 AND id = $2 AND state = 'failed' RETURNING state`,
    [tx.orgId, id],
  );
  return revived?.state;
}
