/** Plain dates, `YYYY-MM-DD`, both ends included. */
export type DateSpan = { readonly from: string; readonly to: string };

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** CCYYMMDD as a plain date, `YYYY-MM-DD`; undefined when there is no such day. */
export function parsePlainDate(text: string): string | undefined {
  if (!/^\d{8}$/.test(text)) return undefined;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  if (year < 1800 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined;
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/**
 * The value of a DTP03 or DTM06: D8, DT (its time is dropped) or RD8. A range counts as one whatever its
 * qualifier says, since senders confuse D8 and RD8. Undefined when a day does not exist or the end is before
 * the start.
 */
export function parseDateSpan(text: string): DateSpan | undefined {
  const dash = text.indexOf('-');
  if (dash === -1) {
    const day = parsePlainDate(/^\d{12}(?:\d{2})?$/.test(text) ? text.slice(0, 8) : text);
    return day === undefined ? undefined : { from: day, to: day };
  }
  const [from, to] = [parsePlainDate(text.slice(0, dash)), parsePlainDate(text.slice(dash + 1))];
  return from === undefined || to === undefined || to < from ? undefined : { from, to };
}

/** A plain date as CCYYMMDD. */
export function formatPlainDate(date: string): string {
  return date.replaceAll('-', '');
}

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}
