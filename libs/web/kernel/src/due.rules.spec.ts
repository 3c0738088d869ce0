import { daysBetween, dueOf } from './due.rules.ts';

describe('a deadline on a list', () => {
  it('is not moved by daylight saving', () => {
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
  });

  it('says the date with its zone and its rule', () => {
    const due = dueOf({ dueOn: '2026-12-05', dueRule: 'appeal, 60 days', today: '2026-11-23', zone: 'CT' });
    expect(due).toEqual({ daysLeft: 12, title: '5 Dec 2026, CT, appeal, 60 days' });
  });

  it('says when there is none', () => {
    expect(dueOf({ dueOn: null, dueRule: null, today: '2026-11-23', zone: 'CT' })).toEqual({ text: 'No deadline' });
  });
});
