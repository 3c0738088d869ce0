const DIGITS = 6;

/**
 * What numbers a typed text may be the beginning of: `cod-12` and `enc-000012` as they are, upper case; bare digits
 * are a whole number of either kind. Empty: it is no number.
 */
export function numbersMeant(text: string): string[] {
  const plain = text.trim().toUpperCase();
  if (/^\d{1,9}$/.test(plain)) return ['COD', 'ENC'].map((kind) => `${kind}-${plain.padStart(DIGITS, '0')}`);
  const [, kind, number] = /^(COD|ENC)-?(\d*)$/.exec(plain) ?? [];
  return kind === undefined ? [] : [`${kind}-${number ?? ''}`];
}
