import { isFurther } from './claim-progress.rules.ts';

describe('news of a claim', () => {
  it.each([
    ['sent', 'acknowledged', true],
    ['acknowledged', 'accepted', true],
    ['accepted', 'acknowledged', false],
    ['accepted', 'payer-accepted', true],
    ['payer-accepted', 'accepted', false],
    ['sent', 'rejected', true],
    ['payer-accepted', 'rejected', true],
    ['pending', 'rejected', false],
    ['rejected', 'accepted', false],
    ['rejected', 'payer-accepted', true],
    ['rejected', 'sent', true],
    ['accepted', 'sent', false],
    ['pending', 'info-requested', true],
    ['info-requested', 'pending', true],
    ['draft', 'ready', true],
    ['ready', 'draft', true],
    ['draft', 'rejected', false],
    ['ready', 'accepted', false],
    ['sent', 'draft', false],
    ['sent', 'sent', false],
  ] as const)('in state %s that says %s moves it: %s', (from, to, moves) => {
    expect(isFurther(from, to)).toBe(moves);
  });
});
