import { timelineOf } from './case-timeline.rules.ts';
import type { CaseMove, DenialCaseRow } from './denial-case.types.ts';

const of = {
  denialCount: 2,
  amountCents: 41_200,
  remittanceNumber: 'REM-000007',
  claimNumber: 'CLM-000101',
} as DenialCaseRow;
const aMove = (minute: number, move: Partial<CaseMove>): CaseMove => ({
  version: minute,
  at: new Date(Date.UTC(2026, 2, 2, 12, minute)),
  actor: 'user:ana',
  act: 'moved',
  fromStage: 'new',
  toStage: 'triaged',
  reason: null,
  ...move,
});

describe('the story of a case', () => {
  it('tells decision, owners and moves in the order they happened', () => {
    const itemMove = {
      version: 2,
      at: new Date(Date.UTC(2026, 2, 2, 12, 2)),
      actor: 'user:lea',
      ownerId: 'bo',
      ownerName: 'Bo Lind',
      previousOwnerId: null,
      previousOwnerName: null,
      reason: null,
    };
    const told = timelineOf({
      of,
      moves: [
        aMove(1, { act: 'opened', fromStage: null, toStage: 'new' }),
        aMove(3, {}),
        aMove(4, { act: 'reversed', toStage: 'closed' }),
      ],
      itemMoves: [
        { ...itemMove, act: 'assigned' },
        { ...itemMove, version: 3, act: 'waiting' },
      ],
    });
    expect(told.map(({ text }) => text)).toEqual([
      'The payer denied 2 items of the claim',
      'Given to Bo Lind',
      'Moved from New to Triaged',
      'The payer took its decision back; closed by rule',
    ]);
    expect(told[0]).toMatchObject({ kind: 'opened', evidence: 'REM-000007', amountCents: 41_200, actor: 'user:ana' });
  });
});
