import { CALL_OUTCOMES, FOLLOW_UP_STAGES, followUpMovesFrom, isLegalFollowUpMove } from '@caseboard/contracts';
import { needsOf, stageAfterCall, workStateOf } from './follow-up.rules.ts';

describe('follow-up stages', () => {
  it('lets people reach a promise only by a call that names its day', () => {
    for (const from of FOLLOW_UP_STAGES) expect(isLegalFollowUpMove(from, 'promised')).toBe(false);
    expect(stageAfterCall('silent', 'promised')).toBe('promised');
  });

  it('offers every other stage, each with a reason where it is out of reach', () => {
    for (const from of FOLLOW_UP_STAGES) {
      const moves = followUpMovesFrom(from);
      expect(moves).toHaveLength(FOLLOW_UP_STAGES.length - 1);
      for (const { isAllowed, because } of moves) expect(because === null).toBe(isAllowed);
    }
  });

  it('keeps a promise asleep when nobody answers, and gives it up when the payer says something else', () => {
    expect(stageAfterCall('promised', 'no-answer')).toBe('promised');
    expect(stageAfterCall('promised', 'in-process')).toBe('contacted');
    expect(stageAfterCall('contacted', 'info-requested')).toBe('info-requested');
  });

  it('pauses the clock of a promise and ends that of an answer', () => {
    expect(FOLLOW_UP_STAGES.map(workStateOf)).toEqual(['open', 'open', 'waiting', 'open', 'done']);
  });

  it('says the next act in a line', () => {
    for (const stage of FOLLOW_UP_STAGES)
      for (const outcome of [undefined, ...CALL_OUTCOMES])
        expect(needsOf(stage, outcome).length).toBeLessThanOrEqual(45);
  });
});
