import type { Tx } from '@caseboard/server/kernel';
import type { Candidate, EarlierDecision } from './claim-match.rules.ts';
import type { DecisionTotals } from './claim-state.rules.ts';

/** A claim that decisions may be posted on, held until the commit. */
export interface HeldClaim extends Candidate {
  facilityId: string | null;
  totals: DecisionTotals;
}

interface ClaimColumns {
  id: string;
  controlNumber: string;
  payerId: string;
  chargeCents: string;
  facilityId: string | null;
  decisions: number;
  standing: number;
  paidCents: string;
  deniedCents: string;
  lastStatus: string | null;
}

const COLUMNS = `c.id, c.control_number AS "controlNumber", c.payer_id AS "payerId", c.charge_cents AS "chargeCents",
  c.facility_id AS "facilityId", c.decisions, c.standing, c.paid_cents AS "paidCents", c.denied_cents AS "deniedCents",
  c.last_status AS "lastStatus"`;

/** Claims with these control numbers (CLP01 = CLM01), locked in id order. */
export async function holdClaimsByNumber(tx: Tx, controlNumbers: readonly string[]): Promise<HeldClaim[]> {
  const rows = await tx.query<ClaimColumns>(
    `SELECT ${COLUMNS} FROM billing.claim c WHERE c.org_id = $1 AND c.control_number = ANY($2::text[])
     ORDER BY c.id FOR NO KEY UPDATE`,
    [tx.orgId, controlNumbers],
  );
  return rows.map(heldClaim);
}

/** Claims that earlier decisions name by the payer's own number (CLP07), with that number. */
export async function holdClaimsByPayerNumber(
  tx: Tx,
  payerClaimNumbers: readonly string[],
): Promise<(HeldClaim & { payerClaimNumber: string })[]> {
  if (payerClaimNumbers.length === 0) return [];
  const rows = await tx.query<ClaimColumns & { payerClaimNumbers: string[] }>(
    `SELECT ${COLUMNS}, named.numbers AS "payerClaimNumbers" FROM billing.claim c
     JOIN (SELECT d.claim_id, array_agg(DISTINCT d.payer_claim_number) AS numbers FROM billing.remittance_claim d
           WHERE d.org_id = $1 AND d.payer_claim_number = ANY($2::text[]) AND d.claim_id IS NOT NULL GROUP BY d.claim_id) named
       ON named.claim_id = c.id
     WHERE c.org_id = $1 ORDER BY c.id FOR NO KEY UPDATE OF c`,
    [tx.orgId, payerClaimNumbers],
  );
  return rows.flatMap((row) => row.payerClaimNumbers.map((payerClaimNumber) => ({ ...heldClaim(row), payerClaimNumber })));
}

/** Decisions on claims with these control numbers that stand and could be taken back, by control number. */
export async function standingDecisions(
  tx: Tx,
  controlNumbers: readonly string[],
): Promise<(EarlierDecision & { controlNumber: string })[]> {
  if (controlNumbers.length === 0) return [];
  const rows = await tx.query<Omit<EarlierDecision, 'chargeCents' | 'paidCents'> & { controlNumber: string; chargeCents: string; paidCents: string }>(
    `SELECT d.id, d.control_number AS "controlNumber", d.payer_id AS "payerId", d.payer_claim_number AS "payerClaimNumber",
       d.charge_cents AS "chargeCents", d.paid_cents AS "paidCents"
     FROM billing.remittance_claim d WHERE d.org_id = $1 AND d.control_number = ANY($2::text[])
       AND NOT d.is_reversal AND d.status <> '25' AND d.reversed_by_id IS NULL`,
    [tx.orgId, controlNumbers],
  );
  return rows.map((row) => ({ ...row, chargeCents: Number(row.chargeCents), paidCents: Number(row.paidCents) }));
}

function heldClaim(row: ClaimColumns): HeldClaim {
  const { id, controlNumber, payerId, facilityId, decisions, standing, lastStatus } = row;
  return {
    id,
    controlNumber,
    payerId,
    facilityId,
    chargeCents: Number(row.chargeCents),
    totals: { decisions, standing, lastStatus, paidCents: Number(row.paidCents), deniedCents: Number(row.deniedCents) },
  };
}
