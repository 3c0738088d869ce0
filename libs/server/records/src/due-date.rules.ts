import type { PayerRule } from '@caseboard/contracts';
import { addDays } from '@caseboard/server/kernel';

/** How a deadline is counted. */
type DayCount = Pick<PayerRule, 'days' | 'counts'>;

const NO_HOLIDAYS: ReadonlySet<string> = new Set();

/**
 * The last day on time: `days` after `from` (`YYYY-MM-DD`), which itself is day 0. Calendar days include
 * weekends, and a last day on a weekend stays there: payers do not move it. Business days are Monday to
 * Friday without the given holidays (`YYYY-MM-DD`); a holiday nobody listed only makes the date too early.
 */
export function dueDate(from: string, { days, counts }: DayCount, holidays = NO_HOLIDAYS): string {
  return counts === 'calendar' ? addDays(from, days) : addBusinessDays(from, days, holidays);
}

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
