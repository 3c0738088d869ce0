import type { QueryReport, ReportRow } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import type { LocalDay } from './local-day.repository.ts';
import { ageSql, agesOfQuery } from './query-age.rules.ts';
import type { QueryAge } from './query-age.rules.ts';
import { visibleSql } from './reports.access.ts';

/** Open questions of one age to one physician. */
export interface QueryCell {
  age: QueryAge;
  recipientId: string | null;
  queries: number;
}

/** Hours a question has waited; `$2` is now. */
const HOURS = 'extract(epoch FROM $2::timestamptz - q.asked_at) / 3600';

/** Questions without an answer, by age and by whom they were put to. */
export async function queryCells(tx: Tx, facilityIds: readonly string[]): Promise<QueryCell[]> {
  const rows = await tx.query<{ age: QueryAge; recipientId: string | null; queries: string }>(
    `SELECT ${ageSql(HOURS)} AS age, q.recipient_id AS "recipientId", count(*) AS queries FROM reporting.query q
     WHERE q.org_id = $1 AND q.progress = 'open' AND ${visibleSql('q', '$3')} GROUP BY 1, 2 ORDER BY 3 DESC, 2`,
    [tx.orgId, tx.now, facilityIds],
  );
  return rows.map((row) => ({ ...row, queries: Number(row.queries) }));
}

/** Every question ever put, by how it stands. */
export async function queryTotals(tx: Tx, facilityIds: readonly string[]): Promise<QueryReport['totals']> {
  const [row] = await tx.query<Record<keyof QueryReport['totals'], string>>(
    `SELECT count(*) AS sent, count(*) FILTER (WHERE q.progress = 'open') AS open,
       count(*) FILTER (WHERE q.progress = 'answered') AS answered,
       count(*) FILTER (WHERE q.progress = 'retracted') AS retracted
     FROM reporting.query q WHERE q.org_id = $1 AND ${visibleSql('q', '$2')}`,
    [tx.orgId, facilityIds],
  );
  const count = (part: keyof QueryReport['totals']) => Number(row?.[part] ?? 0);
  return {
    open: count('open'),
    answered: count('answered'),
    sent: count('sent'),
    retracted: count('retracted'),
  };
}

/** Which questions a number opens to. */
export interface QueryRowsAsk {
  age: QueryAge | null;
  recipientId: string | null;
  progress: 'open' | 'answered' | 'retracted' | null;
  afterId: string | null;
  facilityIds: readonly string[];
  limit: number;
}

/** The questions behind a number, the oldest first. What they ask stays in the thread. */
export async function queryRows(tx: Tx, day: LocalDay, ask: QueryRowsAsk): Promise<ReportRow[]> {
  const { over, upTo } = ask.age === null ? { over: null, upTo: null } : agesOfQuery(ask.age);
  const rows = await tx.query<Omit<ReportRow, 'payerName' | 'cents' | 'href'>>(
    `SELECT q.id, q.number, q.subject_number || ', ' || q.state AS words, ((q.asked_at AT TIME ZONE $4)::date)::text AS on,
       floor(${HOURS} / 24)::int AS "ageDays"
     FROM reporting.query q
     WHERE q.org_id = $1 AND ${visibleSql('q', '$3')} AND ($5::text IS NULL OR q.progress = $5)
       AND ($6::uuid IS NULL OR q.recipient_id = $6) AND ($7::int IS NULL OR ${HOURS} >= $7)
       AND ($8::int IS NULL OR ${HOURS} < $8) AND ($9::uuid IS NULL OR q.id > $9)
     ORDER BY q.id LIMIT $10`,
    [
      tx.orgId,
      tx.now,
      ask.facilityIds,
      day.timeZone,
      ask.progress,
      ask.recipientId,
      over,
      upTo,
      ask.afterId,
      ask.limit,
    ],
  );
  return rows.map((row) => ({ ...row, payerName: null, cents: null, href: `/threads?open=${row.id}` }));
}
