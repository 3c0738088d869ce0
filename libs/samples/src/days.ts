const DAY = 86_400_000;

/** A plain date some days earlier. */
export const dayBefore = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);

/** `CCYYMMDD`, as X12 writes a date. */
export const x12Date = (date: string): string => date.replaceAll('-', '');

/** Dollars as X12 writes them: no needless zeros, sign in front. */
export const x12Amount = (cents: number): string => {
  const sign = cents < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(cents) / 100);
  const rest = Math.abs(cents) % 100;
  return `${sign}${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/, '')}`}`;
};

/** The working days of the week that ends on or before `asOf`, oldest first. */
export function weekBefore(asOf: string): string[] {
  const days: string[] = [];
  for (let back = 0; days.length < 5; back += 1) {
    const day = dayBefore(asOf, back);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.unshift(day);
  }
  return days;
}
