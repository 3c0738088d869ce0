import { DENIAL_STAGES } from '@caseboard/contracts';
import { isLegalMove, movesFrom, refuseMove, workStateOf } from './denial-stage.rules.ts';

const NOTHING = { rootCause: null, isPreventable: null, recoveredCents: null };
const COMPLETE = { rootCause: 'No authorization asked for', isPreventable: true, recoveredCents: 0 };

describe('the stages of a denial case', () => {
  it('lets a new case go anywhere it can be worked, but not out of the house or away', () => {
    expect(DENIAL_STAGES.filter((to) => isLegalMove('new', to))).toEqual([
      'triaged',
      'investigating',
      'waiting',
      'decided',
    ]);
    expect(refuseMove('new', 'submitted', COMPLETE)).toBe('denial/illegal-move');
    expect(refuseMove('new', 'closed', COMPLETE)).toBe('denial/illegal-move');
  });

  it('sends only what was decided, and never makes a case new again', () => {
    expect(DENIAL_STAGES.filter((from) => isLegalMove(from, 'submitted'))).toEqual(['decided']);
    expect(DENIAL_STAGES.filter((from) => isLegalMove(from, 'new'))).toEqual([]);
  });

  it('closes only with the root cause, preventable or not, and the dollars, zero included', () => {
    expect(refuseMove('submitted', 'closed', COMPLETE)).toBeUndefined();
    for (const fact of ['rootCause', 'isPreventable', 'recoveredCents'] as const) {
      expect(refuseMove('submitted', 'closed', { ...COMPLETE, [fact]: null })).toBe('denial/close-incomplete');
    }
  });

  it('reopens a closed case to investigation only', () => {
    expect(DENIAL_STAGES.filter((to) => refuseMove('closed', to, NOTHING) === undefined)).toEqual(['investigating']);
  });

  it('says for every other stage whether the case may go there, and if not, why', () => {
    for (const from of DENIAL_STAGES) {
      const moves = movesFrom(from);
      expect(moves.map(({ stage }) => stage)).toEqual(DENIAL_STAGES.filter((stage) => stage !== from));
      expect(moves.every(({ isAllowed, because }) => isAllowed === (because === null))).toBe(true);
    }
  });

  it('pauses the clock of a waiting case and ends the work of a closed one', () => {
    expect(DENIAL_STAGES.map(workStateOf)).toEqual(['open', 'open', 'open', 'waiting', 'open', 'open', 'done']);
  });
});
