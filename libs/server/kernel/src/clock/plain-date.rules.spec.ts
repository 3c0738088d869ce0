import { addDays, dayIn, daysBetween, spokenDate } from './plain-date.rules.ts';

describe('a plain date', () => {
  it('is the day of the hospital, not of Greenwich', () => {
    expect(dayIn('America/Chicago', new Date('2026-03-03T04:30:00Z'))).toBe('2026-03-02');
  });

  it('counts across months and leap days', () => {
    expect([addDays('2028-02-28', 1), daysBetween('2026-12-31', '2027-01-01'), spokenDate('2026-12-05')]).toEqual([
      '2028-02-29',
      1,
      '5 Dec 2026',
    ]);
  });
});
