/** How an amount is written: grid cells carry no currency sign, cards do, totals drop the cents. */
export type MoneyStyle = 'plain' | 'dollars' | 'whole-dollars';

const minus = '\u2212';
const plain = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Integer cents as text with a true minus sign: 1148000 is `11,480.00`, `$11,480.00` or `$11,480`. */
export function formatMoney(cents: number, style: MoneyStyle = 'plain'): string {
  const sign = cents < 0 ? minus : '';
  const amount = Math.abs(cents) / 100;
  if (style === 'whole-dollars') return `${sign}$${whole.format(amount)}`;
  return `${sign}${style === 'dollars' ? '$' : ''}${plain.format(amount)}`;
}

/** A whole number with thousands separators and a true minus sign. */
export function formatCount(count: number): string {
  return (count < 0 ? minus : '') + whole.format(Math.abs(count));
}
