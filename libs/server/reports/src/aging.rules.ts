import { AGING_BUCKETS } from '@caseboard/contracts';
import type { AgingBucket } from '@caseboard/contracts';

/** First and last day of age of each bucket (domain 8); null: no end. A claim sent today is 0 days old. */
const DAYS: Record<AgingBucket, readonly [from: number, to: number | null]> = {
  '0-30': [0, 30],
  '31-60': [31, 60],
  '61-90': [61, 90],
  '91-120': [91, 120],
  '120+': [121, null],
};

/** The bucket of an age in days; an age below zero (a file dated ahead of us) is young. */
export const bucketOf = (ageDays: number): AgingBucket =>
  AGING_BUCKETS.find((bucket) => ageDays <= (DAYS[bucket][1] ?? Infinity)) ?? '120+';

/** The ages a bucket holds, for a query; null: no bound. The first bucket has none below. */
export function agesOf(bucket: AgingBucket): { from: number | null; to: number | null } {
  const [from, to] = DAYS[bucket];
  return { from: from === 0 ? null : from, to };
}

/** SQL that names the bucket of an age in days, from the same table. */
export const bucketSql = (age: string): string =>
  `CASE ${AGING_BUCKETS.flatMap((bucket) => {
    const to = DAYS[bucket][1];
    return to === null ? [] : [`WHEN ${age} <= ${to} THEN '${bucket}'`];
  }).join(' ')} ELSE '120+' END`;
