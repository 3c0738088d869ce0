import type { PayerRuleKind } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { asCase, CASE_COLUMNS } from './denial-case.columns.ts';
import type { CaseRecord } from './denial-case.columns.ts';
import type { Deadline } from './denial-deadline.rules.ts';
import type { DenialCaseRow } from './denial-case.types.ts';

/** Marks the open cases whose deadline a payer's rule of this kind makes; how many. */
export async function markStale(tx: Tx, payerId: string, kind: PayerRuleKind): Promise<number> {
  return tx.execute(
    `UPDATE denials.denial_case SET is_due_stale = true
     WHERE org_id = $1 AND payer_id = $2 AND due_kind = $3 AND stage <> 'closed' AND NOT is_due_stale`,
    [tx.orgId, payerId, kind],
  );
}

/** Marked cases, the oldest first. */
export async function staleCases(tx: Tx, limit: number): Promise<DenialCaseRow[]> {
  const sql = `SELECT ${CASE_COLUMNS} FROM denials.denial_case c WHERE c.org_id = $1 AND c.is_due_stale ORDER BY c.id LIMIT $2`;
  return (await tx.query<CaseRecord>(sql, [tx.orgId, limit])).map(asCase);
}

/** Takes the mark off cases whose deadline stayed the same. */
export async function unmark(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute('UPDATE denials.denial_case SET is_due_stale = false WHERE org_id = $1 AND id = ANY($2::uuid[])', [
    tx.orgId,
    ids,
  ]);
}

/** Writes new deadlines and takes the marks off; the cases as they are now. */
export async function setDeadlines(tx: Tx, deadlines: ReadonlyMap<string, Deadline>): Promise<DenialCaseRow[]> {
  const entries = [...deadlines];
  const rows = await tx.query<CaseRecord>(
    `UPDATE denials.denial_case c SET due_on = n.due_on, due_rule = n.due_rule, is_due_stale = false, version = c.version + 1
     FROM unnest($2::uuid[], $3::date[], $4::text[]) AS n(id, due_on, due_rule)
     WHERE c.org_id = $1 AND c.id = n.id RETURNING ${CASE_COLUMNS}`,
    [
      tx.orgId,
      entries.map(([id]) => id),
      entries.map(([, { dueOn }]) => dueOn),
      entries.map(([, { dueRule }]) => dueRule),
    ],
  );
  return rows.map(asCase);
}
