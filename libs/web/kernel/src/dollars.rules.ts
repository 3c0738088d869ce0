const WRITTEN = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/;

/** Dollars as a person types them, in whole cents, exactly: `1,416.5` is 141650. Undefined when it is not an amount. */
export function parseDollars(text: string): number | undefined {
  const match = WRITTEN.exec(text.trim());
  if (!match) return undefined;
  const dollars = Number((match[1] ?? '').replaceAll(',', ''));
  const cents = dollars * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(cents) ? cents : undefined;
}
