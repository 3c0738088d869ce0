import type { StatementDetail } from '@caseboard/contracts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A plain date as people read it: `24 November 2026`. */
export function longDate(date: string | null): string {
  const [year, month, day] = (date ?? '').split('-');
  return year && month && day ? `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}` : 'no date';
}

/** Cents as dollars, `$1,234.50`, with a true minus sign. */
export function dollars(cents: number): string {
  const [whole = '0', rest = '00'] = (Math.abs(cents) / 100).toFixed(2).split('.');
  return `${cents < 0 ? '−' : ''}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

/** One line of a table: what, and how much. */
export interface PaperLine {
  text: string;
  cents: number;
  isPart?: true;
}

/** Lines of a visit from the charges to what is owed; those of zero are left out, and they add up. */
export function visitLines(visit: StatementDetail['visits'][number]): PaperLine[] {
  const lines: PaperLine[] = [
    { text: 'Charges', cents: visit.chargeCents },
    { text: 'Insurance paid', cents: -visit.insurerPaidCents },
    { text: 'Discount under contract', cents: -visit.adjustedCents },
    { text: 'Still with insurance', cents: -visit.withInsurerCents },
    { text: 'Left to you by insurance', cents: visit.patientCents },
    ...visit.parts.map((part): PaperLine => ({ text: partText(part), cents: part.cents, isPart: true })),
    { text: 'You paid', cents: -visit.patientPaidCents },
  ];
  return lines.filter(({ cents }) => cents !== 0);
}

const partText = ({ words, from, on }: StatementDetail['visits'][number]['parts'][number]): string =>
  `${words}, decided by ${from}${on === null ? '' : ` on ${longDate(on)}`}`;

/** A visit's heading. */
export const visitTitle = (visit: { servedOn: string | null; claimNumber: string; payerName: string }): string =>
  `Visit of ${longDate(visit.servedOn)}, ${visit.claimNumber}, ${visit.payerName}`;
