import { PatientsMerged, PatientsUnmerged } from '@caseboard/contracts';
import type { PatientMerge } from '@caseboard/contracts';
import { AppError, notFound } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { patientShown } from './patient.row.ts';

/** A merge on record. */
export interface MergeRow {
  id: string;
  fromId: string;
  intoId: string;
  isUndone: boolean;
}

/**
 * Makes one record part of another. Throws `records/merge-cycle` when they are one already or the first was merged
 * before.
 */
export async function mergeRecords(
  tx: Tx,
  { fromId, intoId, reason }: { fromId: string; intoId: string; reason: string },
): Promise<string> {
  const roots = await rootsForUpdate(tx, [fromId, intoId]);
  const [from, into] = [roots.get(fromId), roots.get(intoId)];
  if (from === undefined || into === undefined) throw notFound();
  if (from !== fromId || into !== intoId || from === into) throw new AppError('records/merge-cycle');
  const id = uuidv7();
  await tx.execute(
    `INSERT INTO records.patient_merge (org_id, id, from_id, into_id, reason, merged_by, merged_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.orgId, id, fromId, intoId, reason, tx.actor, tx.now],
  );
  const rows = (await settleRoots(tx, intoId)).map(patientShown);
  tx.append(PatientsMerged, { id, data: { mergeId: id, fromId, intoId }, rows });
  return id;
}

/** Takes a merge back. Throws `records/merge-undone`. */
export async function undoMerge(tx: Tx, merge: MergeRow): Promise<void> {
  const undone = await tx.execute(
    'UPDATE records.patient_merge SET undone_at = $3 WHERE org_id = $1 AND id = $2 AND undone_at IS NULL',
    [tx.orgId, merge.id, tx.now],
  );
  if (undone === 0) throw new AppError('records/merge-undone');
  const { fromId, intoId } = merge;
  const changed = new Set([...(await settleRoots(tx, intoId)), ...(await settleRoots(tx, fromId))]);
  const rows = [...changed].map(patientShown);
  tx.append(PatientsUnmerged, { id: merge.id, data: { mergeId: merge.id, fromId, intoId }, rows });
}

/** A merge by id. */
export async function findMerge(tx: Tx, id: string): Promise<MergeRow | undefined> {
  const [row] = await tx.query<MergeRow>(
    `SELECT m.id, m.from_id AS "fromId", m.into_id AS "intoId", m.undone_at IS NOT NULL AS "isUndone"
     FROM records.patient_merge m WHERE m.org_id = $1 AND m.id = $2`,
    [tx.orgId, id],
  );
  return row;
}

/** Merges a record took part in, newest first; at most 100. */
export async function mergesOf(tx: Tx, patientId: string): Promise<PatientMerge[]> {
  const rows = await tx.query<Omit<PatientMerge, 'mergedAt' | 'undoneAt'> & { mergedAt: Date; undoneAt: Date | null }>(
    `SELECT m.id, m.from_id AS "fromId", concat_ws(' ', nullif(f.first_name, ''), nullif(f.last_name, '')) AS "fromName",
       f.mrn AS "fromMrn", m.into_id AS "intoId", m.reason, coalesce(u.name, 'Caseboard') AS "mergedBy",
       m.merged_at AS "mergedAt", m.undone_at AS "undoneAt"
     FROM records.patient_merge m JOIN records.patient f ON f.org_id = m.org_id AND f.id = m.from_id
       LEFT JOIN identity.user_account u ON u.org_id = m.org_id AND 'user:' || u.id = m.merged_by
     WHERE m.org_id = $1 AND (m.into_id = $2 OR m.from_id = $2) ORDER BY m.id DESC LIMIT 100`,
    [tx.orgId, patientId],
  );
  return rows.map((row) => ({
    ...row,
    mergedAt: row.mergedAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }));
}

/** The record each is part of, itself when of none; all locked, in order, until the transaction ends. */
async function rootsForUpdate(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; root: string }>(
    `SELECT p.id, coalesce(p.merged_into, p.id) AS root FROM records.patient p
     WHERE p.org_id = $1 AND p.id = ANY($2::uuid[]) ORDER BY p.id FOR UPDATE`,
    [tx.orgId, ids],
  );
  return new Map(rows.map(({ id, root }) => [id, root]));
}

/** Counts again which record everything under `rootId` is part of; ids of the records of that person. */
async function settleRoots(tx: Tx, rootId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `WITH RECURSIVE top(id) AS (
       SELECT $2::uuid UNION SELECT m.into_id FROM top JOIN records.patient_merge m ON m.org_id = $1 AND m.from_id = top.id AND m.undone_at IS NULL
     ), root AS (
       SELECT top.id FROM top WHERE NOT EXISTS (
         SELECT 1 FROM records.patient_merge m WHERE m.org_id = $1 AND m.from_id = top.id AND m.undone_at IS NULL)
     ), part(id) AS (
       SELECT id FROM root UNION SELECT m.from_id FROM part JOIN records.patient_merge m ON m.org_id = $1 AND m.into_id = part.id AND m.undone_at IS NULL
     )
     UPDATE records.patient p SET version = p.version + 1, merged_into = CASE WHEN p.id = root.id THEN NULL ELSE root.id END
     FROM part, root WHERE p.org_id = $1 AND p.id = part.id RETURNING p.id`,
    [tx.orgId, rootId],
  );
  return rows.map(({ id }) => id);
}
