import type { ArAging } from '@caseboard/contracts';

/** A part of a whole as `14.6%`; a dash when there is no whole. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;

/** Cents older than 90 days (domain 8: aged A/R > 90). */
export const over90 = (buckets: ArAging['totals']['buckets']): number =>
  buckets.reduce((sum, { bucket, cents }) => (bucket === '91-120' || bucket === '120+' ? sum + cents : sum), 0);
