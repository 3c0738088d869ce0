import * as fc from 'fast-check';
import { addDays, daysBetween } from '@caseboard/server/kernel';
import { dueDate } from './due-date.rules.ts';

describe('a due date', () => {
  it('counts calendar days from the day after', () => {
    expect(dueDate('2026-03-02', { days: 90, counts: 'calendar' })).toBe('2026-05-31');
  });

  it('stays on a weekend when calendar days end there', () => {
    expect(dueDate('2026-03-02', { days: 5, counts: 'calendar' })).toBe('2026-03-07');
  });

  it('knows leap years and does not trip over daylight saving', () => {
    expect(dueDate('2028-02-28', { days: 1, counts: 'calendar' })).toBe('2028-02-29');
    expect(dueDate('2026-03-07', { days: 2, counts: 'calendar' })).toBe('2026-03-09');
    expect(dueDate('2026-10-31', { days: 2, counts: 'calendar' })).toBe('2026-11-02');
  });

  it('skips weekends in business days', () => {
    expect(dueDate('2026-03-06', { days: 1, counts: 'business' })).toBe('2026-03-09');
    expect(dueDate('2026-03-07', { days: 5, counts: 'business' })).toBe('2026-03-13');
  });

  it('skips the holidays it is told', () => {
    const thanksgiving = new Set(['2026-11-26']);
    expect(dueDate('2026-11-24', { days: 2, counts: 'business' }, thanksgiving)).toBe('2026-11-27');
    expect(dueDate('2026-11-24', { days: 2, counts: 'business' })).toBe('2026-11-26');
  });

  it('in business days is never before the same number of calendar days, nor on a weekend', () => {
    const start = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 400 }), (from, days) => {
        const business = dueDate(from, { days, counts: 'business' });
        expect(business >= dueDate(from, { days, counts: 'calendar' })).toBe(true);
        expect([1, 2, 3, 4, 5]).toContain(new Date(business).getUTCDay());
        expect(daysBetween(from, dueDate(from, { days, counts: 'calendar' }))).toBe(days);
      }),
    );
  });
});
