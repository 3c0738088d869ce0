import type { Tx } from '@caseboard/server/kernel';
import type { DecisionTotals } from './claim-state.rules.ts';
import { stateOf } from './claim-state.rules.ts';
import type { PostedBefore } from './remittance-plan.ts';

/** A remittance about to be opened. */
export interface NewRemittance {
  id: string;
  number: string;
  importId: string;
  ordinal: number;
  fingerprint: string;
  payerId: string;
  payeeName: string;
  payeeId: string;
  facilityId: string | null;
  trace: string;
  paidCents: number;
  paidOn: string;
  claims: number;
}

/** Payments among these fingerprints that were posted, or are being posted, before. */
export async function postedBefore(tx: Tx, fingerprints: readonly string[]): Promise<Map<string, PostedBefore>> {
  const rows = await tx.query<PostedBefore & { fingerprint: string }>(
    `SELECT r.fingerprint, r.number, r.import_id AS "importId" FROM billing.remittance r
     WHERE r.org_id = $1 AND r.fingerprint = ANY($2::text[])`,
    [tx.orgId, fingerprints],
  );
  return new Map(rows.map(({ fingerprint, ...rest }) => [fingerprint, rest]));
}

/** Opens remittances; those whose payment somebody else opened meanwhile are left out of what comes back. */
export async function insertRemittances(tx: Tx, rows: readonly NewRemittance[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const opened = await tx.query<{ id: string }>(
    `INSERT INTO billing.remittance (org_id, id, number, state, import_id, transaction_ordinal, fingerprint, payer_id, payee_name,
       payee_id, facility_id, trace, paid_cents, paid_on, claims, opened_at)
     SELECT $1::uuid, r.id, r.number, 'posting', r.import_id, r.ordinal, r.fingerprint, r.payer_id, r.payee_name, r.payee_id,
       r.facility_id, r.trace, r.paid_cents, r.paid_on, r.claims, $2
     FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, number text, import_id uuid, ordinal int, fingerprint text, payer_id uuid,
       payee_name text, payee_id text, facility_id uuid, trace text, paid_cents bigint, paid_on date, claims int)
     ON CONFLICT (org_id, fingerprint) DO NOTHING RETURNING id`,
    [
      tx.orgId,
      tx.now,
      JSON.stringify(
        rows.map((row) => ({
          id: row.id,
          number: row.number,
          import_id: row.importId,
          ordinal: row.ordinal,
          fingerprint: row.fingerprint,
          payer_id: row.payerId,
          payee_name: row.payeeName,
          payee_id: row.payeeId,
          facility_id: row.facilityId,
          trace: row.trace,
          paid_cents: row.paidCents,
          paid_on: row.paidOn,
          claims: row.claims,
        })),
      ),
    ],
  );
  return new Set(opened.map((row) => row.id));
}

/** A remittance of an import as it stands, for a run that goes on after a crash. */
export interface OpenedRemittance {
  id: string;
  state: 'posting' | 'posted';
  payerId: string;
  facilityId: string | null;
}

/** Remittances of one import that were opened already, by id. */
export async function remittancesOfImport(tx: Tx, importId: string): Promise<Map<string, OpenedRemittance>> {
  const rows = await tx.query<OpenedRemittance>(
    `SELECT r.id, r.state, r.payer_id AS "payerId", r.facility_id AS "facilityId" FROM billing.remittance r
     WHERE r.org_id = $1 AND r.import_id = $2`,
    [tx.orgId, importId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** How far a chunk brings one remittance. */
export interface Advance {
  id: string;
  claims: number;
  denials: number;
  isLast: boolean;
}

/** Counts posted claims and denials, and closes remittances whose last chunk this is. */
export async function advanceRemittances(tx: Tx, advances: readonly Advance[]): Promise<void> {
  if (advances.length === 0) return;
  await tx.execute(
    `UPDATE billing.remittance r SET claims_posted = r.claims_posted + a.claims, denials = r.denials + a.denials,
       state = CASE WHEN a.is_last THEN 'posted' ELSE r.state END, posted_at = CASE WHEN a.is_last THEN $6 ELSE r.posted_at END
     FROM unnest($2::uuid[], $3::int[], $4::int[], $5::boolean[]) AS a(id, claims, denials, is_last)
     WHERE r.org_id = $1 AND r.id = a.id`,
    [
      tx.orgId,
      advances.map(({ id }) => id),
      advances.map(({ claims }) => claims),
      advances.map(({ denials }) => denials),
      advances.map(({ isLast }) => isLast),
      tx.now,
    ],
  );
}

/** Writes what was decided on claims by now, and the state that follows. Posting is one at a time, so nothing is lost. */
export async function writeStandings(tx: Tx, claims: readonly { id: string; totals: DecisionTotals }[]): Promise<void> {
  const decided = claims.filter(({ totals }) => totals.decisions > 0);
  if (decided.length === 0) return;
  const of = <T>(value: (totals: DecisionTotals) => T) => decided.map(({ totals }) => value(totals));
  await tx.execute(
    `INSERT INTO billing.claim_standing AS s (org_id, claim_id, state, paid_cents, denied_cents, decisions, standing, last_status)
     SELECT $1::uuid, n.* FROM unnest($2::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::int[], $7::int[], $8::text[]) AS n
     ON CONFLICT (org_id, claim_id) DO UPDATE SET state = excluded.state, paid_cents = excluded.paid_cents,
       denied_cents = excluded.denied_cents, decisions = excluded.decisions, standing = excluded.standing,
       last_status = excluded.last_status`,
    [
      tx.orgId,
      decided.map(({ id }) => id),
      of(stateOf),
      of((totals) => totals.paidCents),
      of((totals) => totals.deniedCents),
      of((totals) => totals.decisions),
      of((totals) => totals.standing),
      of((totals) => totals.lastStatus),
    ],
  );
}

/** Marks decisions as taken back. */
export async function markReversed(tx: Tx, pairs: readonly { id: string; reversedById: string }[]): Promise<void> {
  if (pairs.length === 0) return;
  await tx.execute(
    `UPDATE billing.remittance_claim d SET reversed_by_id = p.by FROM unnest($2::uuid[], $3::uuid[]) AS p(id, by)
     WHERE d.org_id = $1 AND d.id = p.id`,
    [tx.orgId, pairs.map(({ id }) => id), pairs.map(({ reversedById }) => reversedById)],
  );
}
