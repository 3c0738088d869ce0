import { dueTierOf, dueWords } from './due.rules.ts';

describe('a deadline in tiers', () => {
  it('changes tier exactly at 15, 7, 3, 1 and past due', () => {
    expect([16, 15, 8, 7, 4, 3, 2, 1, 0, -1].map(dueTierOf)).toEqual([
      't30',
      't15',
      't15',
      't7',
      't7',
      't3',
      't3',
      't1',
      't1',
      't0',
    ]);
  });

  it('says the days in words', () => {
    expect([12, 1, 0, -2].map(dueWords)).toEqual(['12 d left', 'Tomorrow', 'Today', '2 d overdue']);
  });
});
