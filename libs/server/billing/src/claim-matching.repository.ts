import type { Tx } from '@caseboard/server/kernel';
import type { Candidate, EarlierDecision } from './claim-match.rules.ts';
import type { DecisionTotals } from './claim-state.rules.ts';
import { eachOf, unique } from './each-of.ts';

/** A claim of ours with what was decided on it so far. */
export interface ClaimOnRecord extends Candidate {
  facilityId: string | null;
  /** SBR01 as sent. */
  payerSequence: string;
  totals: DecisionTotals;
}

interface ClaimColumns {
  id: string;
  controlNumber: string;
  payerId: string;
  chargeCents: string;
  facilityId: string | null;
  payerSequence: string;
}

const COLUMNS = `c.id, c.control_number AS "controlNumber", c.payer_id AS "payerId", c.charge_cents AS "chargeCents",
  c.facility_id AS "facilityId", c.payer_sequence AS "payerSequence"`;

/** Claims with these control numbers (CLP01 = CLM01). */
export async function claimsByControlNumber(tx: Tx, controlNumbers: readonly string[]): Promise<ClaimOnRecord[]> {
  const rows = await tx.query<ClaimColumns>(
    `SELECT found.* FROM ${eachOf('$2::text[]', `SELECT ${COLUMNS} FROM billing.claim c WHERE c.org_id = $1 AND c.control_number = asked.key`)}`,
    [tx.orgId, unique(controlNumbers)],
  );
  return withTotals(tx, rows);
}

/** Claims that earlier decisions name by the payer's own number (CLP07), with that number. */
export async function claimsByPayerNumber(
  tx: Tx,
  payerClaimNumbers: readonly string[],
): Promise<(ClaimOnRecord & { payerClaimNumber: string })[]> {
  if (payerClaimNumbers.length === 0) return [];
  const rows = await tx.query<ClaimColumns & { payerClaimNumber: string }>(
    `SELECT DISTINCT ${COLUMNS}, named."payerClaimNumber"
     FROM (SELECT DISTINCT found.* FROM ${eachOf('$2::text[]', NAMED)}) named, billing.claim c WHERE c.org_id = $1 AND c.id = named."claimId"`,
    [tx.orgId, unique(payerClaimNumbers)],
  );
  return withTotals(tx, rows);
}

const NAMED = `SELECT d.payer_claim_number AS "payerClaimNumber", d.claim_id AS "claimId" FROM billing.remittance_claim d
  WHERE d.org_id = $1 AND d.payer_claim_number = asked.key AND d.claim_id IS NOT NULL`;

const UNDECIDED: DecisionTotals = { decisions: 0, standing: 0, paidCents: 0, deniedCents: 0, lastStatus: null };

async function withTotals<Row extends ClaimColumns>(tx: Tx, rows: readonly Row[]) {
  const totals = await totalsOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, chargeCents: Number(row.chargeCents), totals: totals.get(row.id) ?? UNDECIDED }));
}

async function totalsOf(tx: Tx, claimIds: readonly string[]): Promise<Map<string, DecisionTotals>> {
  if (claimIds.length === 0) return new Map();
  const rows = await tx.query<{
    id: string;
    decisions: number;
    standing: number;
    paid: string;
    denied: string;
    status: string;
  }>(
    `SELECT s.claim_id AS id, s.decisions, s.standing, s.paid_cents AS paid, s.denied_cents AS denied, s.last_status AS status
     FROM billing.claim_standing s WHERE s.org_id = $1 AND s.claim_id = ANY($2::uuid[])`,
    [tx.orgId, claimIds],
  );
  return new Map(
    rows.map(({ id, decisions, standing, paid, denied, status }) => [
      id,
      { decisions, standing, paidCents: Number(paid), deniedCents: Number(denied), lastStatus: status },
    ]),
  );
}

/** Decisions on claims with these control numbers that stand and could be taken back, by control number. */
export async function standingDecisions(
  tx: Tx,
  controlNumbers: readonly string[],
): Promise<(EarlierDecision & { controlNumber: string })[]> {
  if (controlNumbers.length === 0) return [];
  const rows = await tx.query<
    Omit<EarlierDecision, 'chargeCents' | 'paidCents'> & {
      controlNumber: string;
      chargeCents: string;
      paidCents: string;
    }
  >(`SELECT found.* FROM ${eachOf('$2::text[]', STANDING)}`, [tx.orgId, unique(controlNumbers)]);
  return rows.map((row) => ({ ...row, chargeCents: Number(row.chargeCents), paidCents: Number(row.paidCents) }));
}

const STANDING = `SELECT d.id, d.claim_id AS "claimId", d.control_number AS "controlNumber", d.payer_id AS "payerId", d.payer_claim_number AS "payerClaimNumber",
    d.charge_cents AS "chargeCents", d.paid_cents AS "paidCents"
  FROM billing.remittance_claim d WHERE d.org_id = $1 AND d.control_number = asked.key
    AND NOT d.is_reversal AND d.status <> '25' AND d.reversed_by_id IS NULL`;
