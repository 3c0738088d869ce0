import type { Tx } from '@caseboard/server/kernel';
import type { CaseAct, CaseMove, CodingCaseRow } from './coding-case.types.ts';

/** Keeps one step of a case's history; it stands under the version the step gave the case. */
export async function recordMove(
  tx: Tx,
  act: CaseAct,
  before: CodingCaseRow | undefined,
  after: CodingCaseRow,
  reason?: string,
): Promise<void> {
  await tx.execute(
    `INSERT INTO coding.case_move (org_id, case_id, version, at, actor, act, from_state, to_state, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.orgId, after.id, after.version, tx.now, tx.actor, act, before?.state ?? null, after.state, reason ?? null],
  );
}

/** A case's history, oldest first; at most 500 entries. */
export async function movesOf(tx: Tx, caseId: string): Promise<CaseMove[]> {
  return tx.query<CaseMove>(
    `SELECT version, at, actor, act, from_state AS "fromState", to_state AS "toState", reason FROM coding.case_move
     WHERE org_id = $1 AND case_id = $2 ORDER BY version LIMIT 500`,
    [tx.orgId, caseId],
  );
}
