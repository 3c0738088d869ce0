import type { Tx } from '@caseboard/server/kernel';

/** Keeps that a record was merged into another. */
export async function keepMerge(tx: Tx, patientId: string, intoId: string): Promise<void> {
  await tx.execute(
    `INSERT INTO patient_accounts.merged_patient (org_id, patient_id, into_id) VALUES ($1, $2, $3)
     ON CONFLICT (org_id, patient_id) DO UPDATE SET into_id = EXCLUDED.into_id`,
    [tx.orgId, patientId, intoId],
  );
}

/** Forgets a merge that was undone. */
export async function dropMerge(tx: Tx, patientId: string): Promise<void> {
  await tx.execute('DELETE FROM patient_accounts.merged_patient WHERE org_id = $1 AND patient_id = $2', [
    tx.orgId,
    patientId,
  ]);
}

/** The record that speaks for a person: the end of the chain of merges. */
export async function rootOf(tx: Tx, patientId: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `WITH RECURSIVE up AS (
       SELECT $2::uuid AS id, 0 AS steps
       UNION ALL
       SELECT m.into_id, up.steps + 1 FROM up JOIN patient_accounts.merged_patient m ON m.org_id = $1 AND m.patient_id = up.id WHERE up.steps < 50
     ) SELECT id FROM up ORDER BY steps DESC LIMIT 1`,
    [tx.orgId, patientId],
  );
  return row?.id ?? patientId;
}

/** A record and every record that was merged into it, at any remove. */
export async function recordsUnder(tx: Tx, patientId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `WITH RECURSIVE down AS (
       SELECT $2::uuid AS id
       UNION
       SELECT m.patient_id FROM down JOIN patient_accounts.merged_patient m ON m.org_id = $1 AND m.into_id = down.id
     ) SELECT id FROM down`,
    [tx.orgId, patientId],
  );
  return rows.map((row) => row.id);
}
