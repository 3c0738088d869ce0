import { QUERY_AGES } from '@caseboard/contracts';

export type QueryAge = (typeof QUERY_AGES)[number];

/** Hours from which each age begins; it ends where the next begins. */
const HOURS: Record<QueryAge, number> = { 'under-24h': 0, '24-48h': 24, '48-72h': 48, 'over-72h': 72 };

/** The hours an age holds: `over` included, `upTo` not; null: no bound. */
export function agesOfQuery(age: QueryAge): { over: number | null; upTo: number | null } {
  const next = QUERY_AGES[QUERY_AGES.indexOf(age) + 1];
  return { over: HOURS[age] === 0 ? null : HOURS[age], upTo: next === undefined ? null : HOURS[next] };
}

/** SQL that names the age of a number of hours, from the same table. */
export const ageSql = (hours: string): string =>
  `CASE ${QUERY_AGES.slice(0, -1)
    .map((age) => `WHEN ${hours} < ${agesOfQuery(age).upTo} THEN '${age}'`)
    .join(' ')} ELSE '${QUERY_AGES.at(-1)}' END`;
