/** Plain dates, `YYYY-MM-DD`, both ends included. */
export type DateSpan = { readonly from: string; readonly to: string };

/** Segments that follow each other mostly repeat a date: the last one is remembered. */
let lastText = '';
let lastDate: string | undefined;

const ZERO = 48;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** CCYYMMDD as a plain date, `YYYY-MM-DD`; undefined when there is no such day. */
export function parsePlainDate(text: string): string | undefined {
  if (text !== lastText) [lastText, lastDate] = [text, plainDateOf(text)];
  return lastDate;
}

/**
 * The value of a DTP03 or DTM06: D8, DT (its time is dropped) or RD8. A range counts as one whatever its
 * qualifier says, since senders confuse D8 and RD8. Undefined when a day does not exist or the end is before
 * the start.
 */
export function parseDateSpan(text: string): DateSpan | undefined {
  const dash = text.indexOf('-');
  if (dash === -1) {
    const day = parsePlainDate(hasTime(text) ? text.slice(0, 8) : text);
    return day === undefined ? undefined : { from: day, to: day };
  }
  const [from, to] = [parsePlainDate(text.slice(0, dash)), parsePlainDate(text.slice(dash + 1))];
  return from === undefined || to === undefined || to < from ? undefined : { from, to };
}

/** A plain date as CCYYMMDD. */
export function formatPlainDate(date: string): string {
  return date.replaceAll('-', '');
}

function plainDateOf(text: string): string | undefined {
  const number = text.length === 8 ? digitsOf(text) : -1;
  const [year, month, day] = [Math.trunc(number / 10_000), Math.trunc(number / 100) % 100, number % 100];
  if (year < 1800 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined;
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** The value of a text of digits, -1 when anything else is in it. */
function digitsOf(text: string): number {
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** CCYYMMDDHHMM or CCYYMMDDHHMMSS. */
const hasTime = (text: string): boolean => (text.length === 12 || text.length === 14) && digitsOf(text) >= 0;

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}
