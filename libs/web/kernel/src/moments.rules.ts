const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The plain date a moment falls on in a time zone: `2026-11-24`. */
export function dayIn(timeZone: string, at: string | number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(at),
  );
}

/** A plain date as the office reads it: `24 Nov 2026`. */
export function plainDateWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** The time of day: `10:41 AM`, with the zone when asked for: `10:41:07 AM CT`. */
export function clockIn(timeZone: string, at: string | number, isExact = false): string {
  const exact = isExact ? ({ second: '2-digit', timeZoneName: 'shortGeneric' } as const) : {};
  return new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit', ...exact }).format(
    new Date(at),
  );
}

/** A moment in words: the time alone for today, else with its date: `24 Nov, 10:41 AM`; another year is named. */
export function momentIn(timeZone: string, at: string | number, now: number): string {
  const [day, today] = [dayIn(timeZone, at), dayIn(timeZone, now)];
  const clock = clockIn(timeZone, at);
  if (day === today) return clock;
  const words = plainDateWords(day);
  return `${day.slice(0, 4) === today.slice(0, 4) ? words.slice(0, -5) : words}, ${clock}`;
}
