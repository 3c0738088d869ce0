import { totalsAfter } from './decision.rules.ts';
import { stateOf } from './claim-state.rules.ts';
import type { DecisionTotals } from './claim-state.rules.ts';

const SENT: DecisionTotals = { decisions: 0, standing: 0, paidCents: 0, deniedCents: 0, lastStatus: null };
const after = (...decisions: [status: string, paidCents: number, deniedCents: number][]) =>
  stateOf(
    decisions.reduce(
      (totals, [status, paidCents, deniedCents]) => totalsAfter(totals, { status, paidCents, deniedCents }),
      SENT,
    ),
  );

describe('the state of a claim', () => {
  it.each<[string, [string, number, number][], string]>([
    ['is sent while nobody decided', [], 'sent'],
    ['is paid in full when nothing was refused', [['1', 900, 0]], 'paid-full'],
    ['is paid in full when all of it is the patient’s deductible', [['1', 0, 0]], 'paid-full'],
    ['is paid in part when something was refused', [['1', 900, 100]], 'paid-partial'],
    ['is denied when all of it was refused', [['4', 0, 1000]], 'denied'],
    ['is denied when the payer says so without an amount', [['4', 0, 0]], 'denied'],
    [
      'is reversed when its only decision was taken back',
      [
        ['1', 900, 100],
        ['22', -900, -100],
      ],
      'reversed',
    ],
    [
      'follows the correction after a reversal',
      [
        ['4', 0, 1000],
        ['22', 0, -1000],
        ['1', 800, 0],
      ],
      'paid-full',
    ],
    [
      'stays as it was after a predetermination',
      [
        ['1', 900, 100],
        ['25', 0, 0],
      ],
      'paid-partial',
    ],
    [
      'is paid in part when a second payer pays what the first denied a part of',
      [
        ['1', 500, 300],
        ['2', 100, 0],
      ],
      'paid-partial',
    ],
  ])('%s', (_, decisions, state) => {
    expect(after(...decisions)).toBe(state);
  });
});
