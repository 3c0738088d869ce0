import type { DayLine } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { hrefOf } from './item-links.rules.ts';
import type { LocalDay } from './local-day.repository.ts';
import { visibleSql } from './reports.access.ts';

/** Lines a section shows; its count and dollars are of all. */
const MOST_LINES = 200;

/** One part of the day: every item counted once. */
export interface DaySection {
  count: number;
  cents: number;
  lines: DayLine[];
}

/** Whose day, and what the person who asks may see of it. */
export interface DayAsk {
  day: LocalDay;
  userId: string;
  facilityIds: readonly string[];
}

interface Line {
  id: string;
  number: string;
  words: string;
  queueKey: string;
  subjectType: string;
  subjectId: string;
  on: string | null;
  amountCents: string | null;
  count: string;
  cents: string | null;
}

/**
 * Lines of a section with the sums over all of them. `from` names the view `w` its lines come from; it may use $2 the person,
 * $3 the facilities, $4 the day, $5 the time zone. `words` and `on` are what a line says.
 */
async function section(
  tx: Tx,
  { day, userId, facilityIds }: DayAsk,
  part: { from: string; words: string; on: string; order: string },
): Promise<DaySection> {
  const rows = await tx.query<Line>(
    `SELECT w.id, w.number, ${part.words} AS words, w.queue_key AS "queueKey", w.subject_type AS "subjectType",
       w.subject_id AS "subjectId", ${part.on} AS on, w.amount_cents AS "amountCents", count(*) OVER () AS count,
       sum(w.amount_cents) OVER () AS cents
     FROM ${part.from} AND w.org_id = $1 AND ${visibleSql('w', '$3')}
       AND num_nonnulls($2::uuid, $4::date, $5::text) = 3 -- each part uses some of them; PostgreSQL wants the type of all
     ORDER BY ${part.order}, w.id LIMIT ${MOST_LINES}`,
    [tx.orgId, userId, facilityIds, day.on, day.timeZone],
  );
  return {
    count: Number(rows[0]?.count ?? 0),
    cents: Number(rows[0]?.cents ?? 0),
    lines: rows.map(({ id, number, words, queueKey, subjectType, subjectId, on, amountCents }) => ({
      ...{ id, number, words, queueKey, on, amountCents: amountCents === null ? null : Number(amountCents) },
      href: hrefOf({ id, queueKey, subjectType, subjectId }),
    })),
  };
}

/** Items the person finished that day, or whose case they moved a step; the last act names the line. */
export const doneThatDay = (tx: Tx, ask: DayAsk): Promise<DaySection> =>
  section(tx, ask, {
    from: `(SELECT DISTINCT ON (e.item_id) e.item_id, e.act, e.step, e.at FROM reporting.deed e
        WHERE e.org_id = $1 AND e.actor = 'user:' || $2::text AND e.at >= ($4::date)::timestamp AT TIME ZONE $5
          AND e.at < ($4::date + 1)::timestamp AT TIME ZONE $5
        ORDER BY e.item_id, e.at DESC, e.act = 'done' DESC) e
      JOIN reporting.work_item w ON w.id = e.item_id WHERE true`,
    words: "CASE e.act WHEN 'done' THEN 'Done' WHEN 'called' THEN 'Called the payer' ELSE 'Moved to ' || e.step END",
    on: '((e.at AT TIME ZONE $5)::date)::text',
    order: 'e.at',
  });

/** The person's open items, the most pressing first. */
export const leftOver = (tx: Tx, ask: DayAsk): Promise<DaySection> =>
  section(tx, ask, {
    from: `reporting.work_item w WHERE w.owner_id = $2 AND w.state = 'open'`,
    words: "trim(w.code || ' ' || w.needs)",
    on: 'w.due_on::text',
    order: 'w.rank',
  });

/** What others promised the person for a day: answers of payers to follow-ups they own, of physicians to their queries. */
export const promised = (tx: Tx, ask: DayAsk): Promise<DaySection> =>
  section(tx, ask, {
    from: 'reporting.promise w WHERE w.user_id = $2',
    words: 'w.words',
    on: 'coalesce(w.promised_on, (w.due_at AT TIME ZONE $5)::date)::text',
    order: '7',
  });

/** Sleeping items of the person that wake the day after: what was promised for this day or before did not come. */
export const wakingNext = (tx: Tx, ask: DayAsk): Promise<DaySection> =>
  section(tx, ask, {
    from: 'reporting.promise w WHERE w.user_id = $2 AND w.promised_on <= $4::date',
    words: "w.words || ', not yet heard'",
    on: '($4::date + 1)::text',
    order: 'w.promised_on',
  });
