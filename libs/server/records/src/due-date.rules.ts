import type { PayerRule } from '@caseboard/contracts';

/** How a deadline is counted. */
export type DayCount = Pick<PayerRule, 'days' | 'counts'>;

const DAY_MS = 86_400_000;
const NO_HOLIDAYS: ReadonlySet<string> = new Set();

/**
 * The last day on time: `days` after `from` (`YYYY-MM-DD`), which itself is day 0. Calendar days include
 * weekends, and a last day on a weekend stays there: payers do not move it. Business days are Monday to
 * Friday without the given holidays (`YYYY-MM-DD`); a holiday nobody listed only makes the date too early.
 */
export function dueDate(from: string, { days, counts }: DayCount, holidays = NO_HOLIDAYS): string {
  return counts === 'calendar' ? addDays(from, days) : addBusinessDays(from, days, holidays);
}

/** A plain date moved by whole days, backwards when negative. */
export function addDays(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one plain date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

function addBusinessDays(from: string, days: number, holidays: ReadonlySet<string>): string {
  let date = from;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (isBusinessDay(date, holidays)) left -= 1;
  }
  return date;
}

function isBusinessDay(date: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}
