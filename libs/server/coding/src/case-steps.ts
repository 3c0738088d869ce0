import { CodingCaseMoved } from '@caseboard/contracts';
import { AppError, effectOf } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { recordMove } from './case-moves.repository.ts';
import { asCodingCases, codingCaseRow } from './coding-case.row.ts';
import type { CaseAct, CodingCaseRow } from './coding-case.types.ts';
import { rewriteCase } from './coding-cases.repository.ts';
import { isLegalMove, isUnbegun } from './coding-state.rules.ts';

/** A refusal that shows the case as it is. */
export async function refusal(
  tx: Tx,
  code: 'coding/illegal-move' | 'coding/not-final' | 'request/stale' | 'work-item/not-yours',
  row: CodingCaseRow,
  reasons?: readonly string[],
): Promise<AppError> {
  const [current] = await asCodingCases(tx, [row]);
  const errors = reasons?.map((message) => ({ pointer: '', message }));
  return new AppError(code, { current, ...(errors ? { errors } : {}) });
}

/**
 * One step of a case: its row, one line of history, and the move's event when the state changes. The caller holds the
 * case's work item. Throws `coding/illegal-move` or `request/stale`, each with the case as it is.
 */
export async function step(
  tx: Tx,
  act: CaseAct,
  before: CodingCaseRow,
  change: Partial<CodingCaseRow>,
  reason?: string,
): Promise<CodingCaseRow> {
  const wanted = { ...before, ...change };
  const isMove = wanted.state !== before.state;
  if (isMove && !isLegalMove(before.state, wanted.state)) throw await refusal(tx, 'coding/illegal-move', before);
  const after = await rewriteCase(tx, wanted);
  if (!after) throw await refusal(tx, 'request/stale', before);
  await recordMove(tx, act, before, after, reason);
  if (isMove) {
    const { id, encounterId } = after;
    tx.append(CodingCaseMoved, {
      id,
      data: { caseId: id, encounterId, from: before.state, to: after.state },
      rows: [effectOf(codingCaseRow, before, after)],
    });
  }
  return after;
}

/** The case begun: from ready or reopened to in progress; any other stays as it is. */
export const begun = async (tx: Tx, row: CodingCaseRow): Promise<CodingCaseRow> =>
  isUnbegun(row.state) ? step(tx, 'started', row, { state: 'in-progress' }) : row;

/** What an event about a case says and shows. */
export const about = (row: CodingCaseRow) => ({
  id: row.id,
  data: { caseId: row.id, encounterId: row.encounterId },
  rows: [effectOf(codingCaseRow, row, row)],
});
