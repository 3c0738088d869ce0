import type { Tx } from '@caseboard/server/kernel';
import type { PendRow } from './coding-case.types.ts';

const PEND_COLUMNS = `p.id, p.case_id AS "caseId", p.reason, p.thread_id AS "threadId", p.made_by AS "madeBy", p.made_at AS "madeAt",
  p.cleared_by AS "clearedBy", p.cleared_at AS "clearedAt"`;

/** What cases wait or waited for, oldest first. */
export async function pendsOf(tx: Tx, caseIds: readonly string[]): Promise<Map<string, PendRow[]>> {
  const rows = await tx.query<PendRow>(
    `SELECT ${PEND_COLUMNS} FROM coding.pend p WHERE p.org_id = $1 AND p.case_id = ANY($2::uuid[]) ORDER BY p.made_at, p.id`,
    [tx.orgId, caseIds],
  );
  return Map.groupBy(rows, ({ caseId }) => caseId);
}

/** Writes a new pend. */
export async function insertPend(tx: Tx, pend: Omit<PendRow, 'clearedBy' | 'clearedAt'>): Promise<void> {
  await tx.execute(
    `INSERT INTO coding.pend (org_id, id, case_id, reason, thread_id, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.orgId, pend.id, pend.caseId, pend.reason, pend.threadId, pend.madeBy, pend.madeAt],
  );
}

/** Marks an open pend as cleared now; false when it was already. */
export async function clearPend(tx: Tx, id: string): Promise<boolean> {
  const sql = `UPDATE coding.pend SET cleared_by = $3, cleared_at = $4 WHERE org_id = $1 AND id = $2 AND cleared_at IS NULL`;
  return (await tx.execute(sql, [tx.orgId, id, tx.actor, tx.now])) === 1;
}
