import type { ReportRow } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import type { LocalDay } from './local-day.repository.ts';
import { visibleSql } from './reports.access.ts';

/** Days a report covers, both included; null: no bound. */
export interface Span {
  from: string | null;
  to: string | null;
}

/** Denials with one CARC by one payer. */
export interface DenialCell {
  carc: string;
  payerId: string;
  payerName: string;
  denials: number;
  open: number;
  cents: number;
}

const isWithin = (column: string) => `($3::date IS NULL OR ${column} >= $3) AND ($4::date IS NULL OR ${column} <= $4)`;

/** Denials that stand, by CARC and payer, the most dollars first. */
export async function denialCells(tx: Tx, span: Span, facilityIds: readonly string[]): Promise<DenialCell[]> {
  const rows = await tx.query<
    Record<'denials' | 'open' | 'cents', string> & Omit<DenialCell, 'denials' | 'open' | 'cents'>
  >(
    `SELECT d.carc, d.payer_id AS "payerId", d.payer_name AS "payerName", count(*) AS denials,
       count(*) FILTER (WHERE d.stage <> 'closed') AS open, sum(d.amount_cents) AS cents
     FROM reporting.denial d
     WHERE d.org_id = $1 AND d.is_standing AND ${visibleSql('d', '$2')} AND ${isWithin('d.denied_on')}
     GROUP BY 1, 2, 3 ORDER BY 6 DESC, 1, 3`,
    [tx.orgId, facilityIds, span.from, span.to],
  );
  return rows.map((row) => ({
    ...row,
    denials: Number(row.denials),
    open: Number(row.open),
    cents: Number(row.cents),
  }));
}

/** Claims on remittances, and how many of them had a denial: decisions that stand, a claim once for each. */
export async function remitted(
  tx: Tx,
  span: Span,
  facilityIds: readonly string[],
): Promise<{ claimsRemitted: number; claimsDenied: number }> {
  const [row] = await tx.query<{ remitted: string; denied: string }>(
    `SELECT count(*) AS remitted, count(*) FILTER (WHERE d.denials > 0) AS denied FROM reporting.decision d
     WHERE d.org_id = $1 AND d.is_standing AND ${visibleSql('d', '$2')} AND ${isWithin('d.decided_on')}`,
    [tx.orgId, facilityIds, span.from, span.to],
  );
  return { claimsRemitted: Number(row?.remitted ?? 0), claimsDenied: Number(row?.denied ?? 0) };
}

/** Which denials a number opens to. */
export interface DenialRowsAsk extends Span {
  carc: string | null;
  payerId: string | null;
  isOpen: boolean;
  afterId: string | null;
  facilityIds: readonly string[];
  limit: number;
}

/** One denial behind a number, before its code has words. */
export type DenialRow = Omit<ReportRow, 'words'> & { group: string; carc: string; stage: string };

/** The denials behind a number, in the order they came. */
export async function denialRows(tx: Tx, day: LocalDay, ask: DenialRowsAsk): Promise<DenialRow[]> {
  const rows = await tx.query<Omit<DenialRow, 'cents' | 'href'> & { cents: string; caseId: string }>(
    `SELECT d.id, d.case_number AS number, d.case_id AS "caseId", d.group_code AS "group", d.carc, d.stage,
       d.payer_name AS "payerName", d.denied_on::text AS on, $5::date - d.denied_on AS "ageDays", d.amount_cents AS cents
     FROM reporting.denial d
     WHERE d.org_id = $1 AND d.is_standing AND ${visibleSql('d', '$2')} AND ${isWithin('d.denied_on')}
       AND ($6::text IS NULL OR d.carc = $6) AND ($7::uuid IS NULL OR d.payer_id = $7)
       AND (NOT $8 OR d.stage <> 'closed') AND ($9::uuid IS NULL OR d.id > $9)
     ORDER BY d.id LIMIT $10`,
    [tx.orgId, ask.facilityIds, ask.from, ask.to, day.on, ask.carc, ask.payerId, ask.isOpen, ask.afterId, ask.limit],
  );
  return rows.map(({ caseId, cents, ...row }) => ({ ...row, cents: Number(cents), href: `/denials?case=${caseId}` }));
}
