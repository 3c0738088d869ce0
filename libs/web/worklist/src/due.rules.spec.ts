import { dueOf } from './due.rules.ts';
import { clockTime, daysBetween, spokenDate, todayIn } from './plain-date.rules.ts';

describe('a deadline on a list', () => {
  it('counts days in the organisation’s calendar, not in UTC', () => {
    const lateEvening = new Date('2026-11-24T04:30:00Z');
    expect(todayIn('America/Chicago', lateEvening)).toBe('2026-11-23');
    expect(todayIn('UTC', lateEvening)).toBe('2026-11-24');
  });

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

  it('writes dates and times the way the office does', () => {
    expect(spokenDate('2026-12-05')).toBe('5 Dec 2026');
    expect(clockTime(Date.parse('2026-11-23T16:42:07Z'), 'America/Chicago')).toBe('10:42:07 AM CT');
  });
});
