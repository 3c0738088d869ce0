import type { DayReport } from '@caseboard/contracts';
import { dayText } from './day-words.rules.ts';

const line = { id: 'a', number: 'DEN-000001', queueKey: 'denials', href: '/denials?case=a' };
const none = { count: 0, cents: 0, lines: [] };
const report: DayReport = {
  ...{ asOf: 7, on: '2026-11-24', formula: 'f', userId: 'u' },
  done: {
    count: 1,
    cents: 10_050,
    lines: [{ ...line, words: 'Moved to waiting', on: '2026-11-24', amountCents: 10_050 }],
  },
  left: { count: 3, cents: 500, lines: [{ ...line, words: 'CO-197 Appeal', on: '2026-12-01', amountCents: 500 }] },
  promised: { count: 1, cents: 0, lines: [{ ...line, words: 'Answer due', on: null, amountCents: null }] },
  wakes: none,
};

describe('a day to hand over', () => {
  it('is text with the numbers, the acts and the days, and says what it leaves out', () => {
    const text = dayText(report, {
      name: 'Ana Ruiz',
      day: '24 Nov 2026',
      money: (cents) => `$${cents / 100}`,
      date: (day) => `by ${day}`,
    });
    expect(text.split('\n\n')).toEqual([
      'End of day, Ana Ruiz, 24 Nov 2026',
      'Done: 1, $100.5\n- DEN-000001 Moved to waiting, $100.5',
      'Left: 3, $5\n- DEN-000001 CO-197 Appeal, by 2026-12-01, $5\n- and 2 more',
      'Promised: 1, $0\n- DEN-000001 Answer due',
      'Wakes tomorrow: 0, $0',
      'As of seq 7',
    ]);
  });
});
