import type { Tx } from '@caseboard/server/kernel';
import type { AdjustmentGroup } from './adjustment.rules.ts';

/** One claim of a remittance as posted, with what names it to people. */
export interface PostedDecision {
  id: string;
  claimId: string | null;
  remittanceId: string;
  remittanceNumber: string;
  trace: string;
  payerId: string;
  payerName: string;
  facilityId: string | null;
  /** `YYYY-MM-DD`, BPR16. */
  decidedOn: string;
  controlNumber: string;
  payerClaimNumber: string | null;
  status: string;
  isReversal: boolean;
  reversesId: string | null;
  reversedById: string | null;
  patientLastName: string;
  patientFirstName: string;
  memberId: string | null;
  serviceFrom: string | null;
  chargeCents: number;
  paidCents: number;
  patientCents: number;
  deniedCents: number;
  denials: number;
  postedAt: Date;
  linkedAt: Date | null;
}

const CENTS = ['chargeCents', 'paidCents', 'patientCents', 'deniedCents'] as const;

const SELECT = `SELECT d.id, d.claim_id AS "claimId", d.remittance_id AS "remittanceId", r.number AS "remittanceNumber", r.trace,
  d.payer_id AS "payerId", p.name AS "payerName", d.facility_id AS "facilityId", r.paid_on::text AS "decidedOn",
  d.control_number AS "controlNumber", d.payer_claim_number AS "payerClaimNumber", d.status, d.is_reversal AS "isReversal",
  d.reverses_id AS "reversesId", d.reversed_by_id AS "reversedById", d.patient_last_name AS "patientLastName",
  d.patient_first_name AS "patientFirstName", d.member_id AS "memberId", d.service_from::text AS "serviceFrom",
  d.charge_cents AS "chargeCents", d.paid_cents AS "paidCents", d.patient_cents AS "patientCents", d.denied_cents AS "deniedCents",
  d.denials, d.posted_at AS "postedAt", d.linked_at AS "linkedAt"
  FROM billing.remittance_claim d
  JOIN billing.remittance r ON r.org_id = d.org_id AND r.id = d.remittance_id
  JOIN records.payer p ON p.org_id = d.org_id AND p.id = d.payer_id`;

function decision(row: PostedDecision): PostedDecision {
  const numbers = Object.fromEntries(CENTS.map((name) => [name, Number(row[name])]));
  return { ...row, ...numbers };
}

/** Decisions by id, in no order. */
export async function decisionsByIds(tx: Tx, ids: readonly string[]): Promise<PostedDecision[]> {
  const rows = await tx.query<PostedDecision>(`${SELECT} WHERE d.org_id = $1 AND d.id = ANY($2::uuid[])`, [
    tx.orgId,
    ids,
  ]);
  return rows.map(decision);
}

/** Decisions on a claim, oldest first. */
export async function decisionsOfClaim(tx: Tx, claimId: string): Promise<PostedDecision[]> {
  const rows = await tx.query<PostedDecision>(`${SELECT} WHERE d.org_id = $1 AND d.claim_id = $2 ORDER BY d.id`, [
    tx.orgId,
    claimId,
  ]);
  return rows.map(decision);
}

/** A line as the payer decided it. */
export interface DecidedLine {
  decisionId: string;
  ordinal: number;
  procedure: string | null;
  modifiers: string[];
  revenueCode: string | null;
  chargeCents: number;
  paidCents: number;
  controlNumber: string | null;
}

/** Lines of decisions, in the order of the file. */
export async function linesOfDecisions(tx: Tx, decisionIds: readonly string[]): Promise<DecidedLine[]> {
  const rows = await tx.query<Omit<DecidedLine, 'modifiers'> & { modifiers: string }>(
    `SELECT l.remittance_claim_id AS "decisionId", l.ordinal, l.procedure, l.modifiers, l.revenue_code AS "revenueCode",
       l.charge_cents AS "chargeCents", l.paid_cents AS "paidCents", l.control_number AS "controlNumber"
     FROM billing.remittance_line l WHERE l.org_id = $1 AND l.remittance_claim_id = ANY($2::uuid[])
     ORDER BY l.remittance_claim_id, l.ordinal`,
    [tx.orgId, decisionIds],
  );
  return rows.map((row) => ({
    ...row,
    modifiers: row.modifiers === '' ? [] : row.modifiers.split(' '),
    chargeCents: Number(row.chargeCents),
    paidCents: Number(row.paidCents),
  }));
}

/** An adjustment as posted: (claim or line, group code, CARC). */
export interface PostedAdjustment {
  id: string;
  decisionId: string;
  lineOrdinal: number | null;
  group: AdjustmentGroup;
  carc: string;
  cents: number;
  isDenial: boolean;
}

/** Adjustments of decisions, in the order of the file. */
export async function adjustmentsOfDecisions(tx: Tx, decisionIds: readonly string[]): Promise<PostedAdjustment[]> {
  const rows = await tx.query<PostedAdjustment>(
    `SELECT a.id, a.remittance_claim_id AS "decisionId", a.line_ordinal AS "lineOrdinal", a.group_code AS "group", a.carc, a.cents,
       a.is_denial AS "isDenial"
     FROM billing.adjustment a WHERE a.org_id = $1 AND a.remittance_claim_id = ANY($2::uuid[])
     ORDER BY a.remittance_claim_id, a.id`,
    [tx.orgId, decisionIds],
  );
  return rows.map((row) => ({ ...row, cents: Number(row.cents) }));
}

/** A RARC as posted; at claim level the line is null. */
export interface PostedRemark {
  decisionId: string;
  lineOrdinal: number | null;
  code: string;
}

/** Remark codes of decisions, in the order of the file. */
export async function remarksOfDecisions(tx: Tx, decisionIds: readonly string[]): Promise<PostedRemark[]> {
  return tx.query<PostedRemark>(
    `SELECT m.remittance_claim_id AS "decisionId", m.line_ordinal AS "lineOrdinal", m.code FROM billing.remark m
     WHERE m.org_id = $1 AND m.remittance_claim_id = ANY($2::uuid[]) ORDER BY m.remittance_claim_id, m.ordinal`,
    [tx.orgId, decisionIds],
  );
}
