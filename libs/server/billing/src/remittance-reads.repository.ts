import type { Remittance, RemittanceSummary } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { isVisibleSql } from './billing.access.ts';
import { pageSql } from './page-sql.ts';
import type { PageAsk } from './page-sql.ts';

type Raw = Omit<RemittanceSummary, 'paidCents'> & { paidCents: string };

const SELECT = `SELECT r.id, r.number, r.state, r.payer_id AS "payerId", p.name AS "payerName", r.trace,
  r.paid_cents AS "paidCents", r.paid_on::text AS "paidOn", r.claims, r.claims_posted AS "claimsPosted", r.denials,
  r.import_id AS "importId"
  FROM billing.remittance r JOIN records.payer p ON p.org_id = r.org_id AND p.id = r.payer_id`;

const summary = (row: Raw): RemittanceSummary => ({ ...row, paidCents: Number(row.paidCents) });

/** One page of remittances. */
export async function listRemittances(tx: Tx, ask: PageAsk): Promise<RemittanceSummary[]> {
  const { sql, parameters } = pageSql('r', ['number', 'trace'], 'r.state = $4', ask);
  return (await tx.query<Raw>(`${SELECT} ${sql}`, [tx.orgId, ...parameters])).map(summary);
}

/** Remittances by id, without those of hidden facilities. */
export async function remittancesByIds(
  tx: Tx,
  ids: readonly string[],
  hidden: readonly string[],
): Promise<Map<string, RemittanceSummary>> {
  const rows = await tx.query<Raw>(
    `${SELECT} WHERE r.org_id = $1 AND r.id = ANY($2::uuid[]) AND ${isVisibleSql('r.facility_id', 3)}`,
    [tx.orgId, ids, hidden],
  );
  return new Map(rows.map((row) => [row.id, summary(row)]));
}

/** Ids of a facility's remittances in order, from after an id on. */
export async function remittanceIdsOfFacility(
  tx: Tx,
  facilityId: string,
  afterId: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'SELECT r.id FROM billing.remittance r WHERE r.org_id = $1 AND r.facility_id = $2 AND r.id > $3 ORDER BY r.id LIMIT $4',
    [tx.orgId, facilityId, afterId, limit],
  );
  return rows.map(({ id }) => id);
}

/** PLB of a remittance, in the order of the file. */
export async function providerAdjustmentsOf(tx: Tx, remittanceId: string): Promise<Remittance['providerAdjustments']> {
  const rows = await tx.query<{ id: string; reason: string; reference: string | null; cents: string }>(
    `SELECT a.id, a.reason, a.reference, a.cents FROM billing.provider_adjustment a
     WHERE a.org_id = $1 AND a.remittance_id = $2 ORDER BY a.ordinal`,
    [tx.orgId, remittanceId],
  );
  return rows.map(({ cents, ...row }) => ({ ...row, amountCents: Number(cents) }));
}

type RawClaim = Omit<Remittance['remittanceClaims'][number], 'chargeCents' | 'paidCents' | 'patientCents'> &
  Record<'chargeCents' | 'paidCents' | 'patientCents', string>;

const MOST_CLAIMS_SHOWN = 5000;

/** Claims of a remittance in the order of the file, the first 5,000, without those of hidden facilities. */
export async function claimsOfRemittance(
  tx: Tx,
  remittanceId: string,
  hidden: readonly string[],
): Promise<Remittance['remittanceClaims']> {
  const rows = await tx.query<RawClaim>(
    `SELECT d.id, d.claim_id AS "claimId", d.control_number AS "controlNumber", d.payer_claim_number AS "payerClaimNumber",
       d.status AS "statusCode", d.is_reversal AS "isReversal", d.charge_cents AS "chargeCents", d.paid_cents AS "paidCents",
       d.patient_cents AS "patientCents"
     FROM billing.remittance_claim d WHERE d.org_id = $1 AND d.remittance_id = $2 AND ${isVisibleSql('d.facility_id', 3)}
     ORDER BY d.ordinal LIMIT $4`,
    [tx.orgId, remittanceId, hidden, MOST_CLAIMS_SHOWN],
  );
  return rows.map((row) => ({
    ...row,
    chargeCents: Number(row.chargeCents),
    paidCents: Number(row.paidCents),
    patientCents: Number(row.patientCents),
  }));
}
