const DOT = 46;
const ZERO = 48;

/**
 * An X12 decimal (data type R) as whole cents: optional sign, digits, optional point. Exact: no fraction is ever
 * held as a float. Undefined when it is no number, has a part below one cent, or exceeds the safe integers.
 */
export function parseCents(text: string): number | undefined {
  const isNegative = text.startsWith('-');
  let [value, digits, places] = [0, 0, -1];
  for (let at = isNegative || text.startsWith('+') ? 1 : 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit === DOT - ZERO && places === -1) places = 0;
    else if (digit < 0 || digit > 9 || (places >= 2 && digit !== 0)) return undefined;
    else if (places < 2) [value, digits, places] = [value * 10 + digit, digits + 1, places === -1 ? -1 : places + 1];
  }
  const cents = places === 2 ? value : places === 1 ? value * 10 : value * 100;
  if (digits === 0 || !Number.isSafeInteger(cents)) return undefined;
  return isNegative && cents !== 0 ? -cents : cents;
}

/**
 * Whole cents as the shortest X12 decimal: `1250` is `12.5`, `-5` is `-.05`, `0` is `0`.
 *
 * @throws RangeError when the cents are no safe integer.
 */
export function formatCents(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError('cents must be a safe integer');
  const rest = Math.abs(cents) % 100;
  const whole = (Math.abs(cents) - rest) / 100;
  const fraction = rest === 0 ? '' : rest % 10 === 0 ? `.${rest / 10}` : `.${String(rest).padStart(2, '0')}`;
  return `${cents < 0 ? '-' : ''}${whole === 0 && rest !== 0 ? '' : whole}${fraction}`;
}

/** An X12 decimal as a number, for units and days; never for money. Undefined when it is no number. */
export function parseQuantity(text: string): number | undefined {
  if (text.length === 1 && text >= '0' && text <= '9') return text.charCodeAt(0) - ZERO;
  const quantity = /^[-+]?\d{0,15}(?:\.\d{0,6})?$/.test(text) ? Number(text) : NaN;
  return text === '' || Number.isNaN(quantity) ? undefined : quantity;
}
