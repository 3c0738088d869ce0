import type { AgingBucket, ReportRow } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { agesOf, bucketSql } from './aging.rules.ts';
import type { LocalDay } from './local-day.repository.ts';
import { visibleSql } from './reports.access.ts';

/** Accounts of the ledger that payers owe us from: the charge until it is decided, and what they denied and we dispute. */
const PAYER_ACCOUNTS = ['insurance-receivable', 'disputed-receivable'] as const;

/** What one payer owes in one bucket; credits have none. */
export interface AgingCell {
  payerId: string;
  payerName: string;
  bucket: AgingBucket | null;
  claims: number;
  cents: number;
}

/** Calendar days from the day a claim was sent to the day of the report, where the organisation is. */
const AGE = '($3::date - (c.sent_at AT TIME ZONE $4)::date)';

/** Payers by name with their buckets, and their credit balances apart. One pass over the two accounts of the ledger. */
export async function agingCells(tx: Tx, day: LocalDay, facilityIds: readonly string[]): Promise<AgingCell[]> {
  const rows = await tx.query<Omit<AgingCell, 'claims' | 'cents'> & { claims: string; cents: string }>(
    `SELECT c.payer_id AS "payerId", c.payer_name AS "payerName",
       CASE WHEN b.cents > 0 THEN ${bucketSql(AGE)} END AS bucket, count(*) AS claims, sum(b.cents) AS cents
     FROM (SELECT e.claim_id, sum(e.cents) AS cents FROM reporting.claim_entry e
           WHERE e.org_id = $1 AND e.account = ANY($2::text[]) GROUP BY e.claim_id HAVING sum(e.cents) <> 0) b
       JOIN reporting.claim c ON c.org_id = $1 AND c.id = b.claim_id
     WHERE c.sent_at IS NOT NULL AND ${visibleSql('c', '$5')}
     GROUP BY 1, 2, 3 ORDER BY 2, 1`,
    [tx.orgId, PAYER_ACCOUNTS, day.on, day.timeZone, facilityIds],
  );
  return rows.map((row) => ({ ...row, claims: Number(row.claims), cents: Number(row.cents) }));
}

/** Which claims a number opens to. */
export interface AgingRowsAsk {
  payerId: string | null;
  bucket: AgingBucket | null;
  balance: 'owed' | 'credit';
  afterId: string | null;
  facilityIds: readonly string[];
  limit: number;
}

/** The claims behind a number, the oldest first. */
export async function agingRows(tx: Tx, day: LocalDay, ask: AgingRowsAsk): Promise<ReportRow[]> {
  const ages = ask.bucket === null ? { from: null, to: null } : agesOf(ask.bucket);
  const rows = await tx.query<Omit<ReportRow, 'cents' | 'href' | 'words'> & { cents: string; state: string }>(
    `SELECT c.id, c.number, c.state, c.payer_name AS "payerName", ((c.sent_at AT TIME ZONE $4)::date)::text AS on,
       ${AGE} AS "ageDays", b.cents
     FROM reporting.claim c CROSS JOIN LATERAL (
       SELECT sum(e.cents) AS cents FROM reporting.claim_entry e
       WHERE e.org_id = $1 AND e.claim_id = c.id AND e.account = ANY($2::text[])) b
     WHERE c.org_id = $1 AND c.sent_at IS NOT NULL AND ${visibleSql('c', '$5')}
       AND CASE WHEN $6 = 'credit' THEN b.cents < 0 ELSE b.cents > 0 END
       AND ($7::uuid IS NULL OR c.payer_id = $7) AND ($8::int IS NULL OR ${AGE} >= $8) AND ($9::int IS NULL OR ${AGE} <= $9)
       AND ($10::uuid IS NULL OR c.id > $10)
     ORDER BY c.id LIMIT $11`,
    [
      tx.orgId,
      PAYER_ACCOUNTS,
      day.on,
      day.timeZone,
      ask.facilityIds,
      ask.balance,
      ask.payerId,
      ages.from,
      ages.to,
      ask.afterId,
      ask.limit,
    ],
  );
  return rows.map(({ state, cents, ...row }) => ({
    ...row,
    words: state,
    cents: Number(cents),
    href: `/claims?open=${row.id}`,
  }));
}
