import type { Tx } from '@caseboard/server/kernel';
import type { CaseMove, DenialCaseRow } from './denial-case.types.ts';

/** What one transaction did to cases. */
export interface MoveRecord {
  act: CaseMove['act'];
  before?: DenialCaseRow;
  after: DenialCaseRow;
  reason?: string;
}

/** Keeps what happened to cases. */
export async function recordMoves(tx: Tx, moves: readonly MoveRecord[]): Promise<void> {
  await tx.execute(
    `INSERT INTO denials.case_move (org_id, case_id, version, at, actor, act, from_stage, to_stage, reason)
     SELECT $1, m.case_id, m.version, $2, $3, m.act, m.from_stage, m.to_stage, m.reason
     FROM unnest($4::uuid[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[]) AS m(case_id, version, act, from_stage, to_stage, reason)`,
    [
      tx.orgId,
      tx.now,
      tx.actor,
      moves.map(({ after }) => after.id),
      moves.map(({ after }) => after.version),
      moves.map(({ act }) => act),
      moves.map(({ before }) => before?.stage ?? null),
      moves.map(({ after }) => after.stage),
      moves.map(({ reason }) => reason ?? null),
    ],
  );
}

/** A case's history, oldest first; at most 500 entries. */
export async function movesOf(tx: Tx, caseId: string): Promise<CaseMove[]> {
  return tx.query<CaseMove>(
    `SELECT version, at, actor, act, from_stage AS "fromStage", to_stage AS "toStage", reason FROM denials.case_move
     WHERE org_id = $1 AND case_id = $2 ORDER BY version LIMIT 500`,
    [tx.orgId, caseId],
  );
}
