const DAY_MS = 86_400_000;
const SPOKEN = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Calendar days from one plain date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / DAY_MS);

/** The plain date `days` calendar days later, or earlier when negative. */
export const addDays = (day: string, days: number): string =>
  new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10);

/** `5 Dec 2026`. */
export const spokenDate = (day: string): string => SPOKEN.format(utc(day));

/** The calendar day of a moment in a time zone (IANA name). */
export function dayIn(timeZone: string, moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    moment,
  );
}
