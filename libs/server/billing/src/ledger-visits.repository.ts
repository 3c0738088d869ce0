import type { Tx } from '@caseboard/server/kernel';
import { hasPayerToAnswer, lastDecisions } from './later-payer.rules.ts';
import type { VisitInTurn } from './later-payer.rules.ts';
import { visitsOfPatients } from './later-payers.repository.ts';

/** One visit of a patient, whatever payers were asked, as the ledger has it: charge − insurer paid − adjusted − with insurer = patient's part. */
export interface LedgerVisit {
  /** The claim to its first payer. */
  claimId: string;
  /** Claims to all of its payers. */
  claimIds: string[];
  claimNumber: string;
  patientId: string;
  /** `YYYY-MM-DD`. */
  servedOn: string | null;
  payerName: string;
  facilityId: string | null;
  chargeCents: number;
  insurerPaidCents: number;
  adjustedCents: number;
  /** Not decided, denied and not given up, or left to another insurer. */
  withInsurerCents: number;
  /** What the last payer's decisions left to the patient; below zero only when one takes back what we never saw. */
  patientCents: number;
  /** The decisions that left it. */
  decisionIds: string[];
  /** A later payer was asked and has not answered. */
  hasPayerToAnswer: boolean;
}

type Raw = Pick<LedgerVisit, 'claimId' | 'claimNumber' | 'patientId' | 'servedOn' | 'payerName' | 'facilityId'> &
  Record<
    'chargeCents' | 'insurerPaidCents' | 'patientCents' | 'ownChargeCents' | 'contractualCents' | 'openCents',
    string
  > & {
    hasBookedCharge: boolean;
  };

// LATERAL with LIMIT keeps to the indexes while the tables are new and have no statistics.
const VISITS = `SELECT c.id AS "claimId", c.number AS "claimNumber", c.patient_id AS "patientId", c.service_from::text AS "servedOn",
    p.name AS "payerName", c.facility_id AS "facilityId", c.charge_cents AS "ownChargeCents", s."chargeCents", s."insurerPaidCents",
    s."contractualCents", s."openCents", s."patientCents", s."hasBookedCharge"
  FROM (SELECT own.* FROM unnest($2::uuid[]) AS asked(patient_id) CROSS JOIN LATERAL (
      SELECT * FROM billing.claim c WHERE c.org_id = $1 AND c.patient_id = asked.patient_id ORDER BY c.id LIMIT 2000) own) c
  JOIN records.payer p ON p.org_id = $1 AND p.id = c.payer_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS entries, coalesce(bool_or(e.reason = 'claim-sent'), false) AS "hasBookedCharge",
      -coalesce(sum(e.cents) FILTER (WHERE e.account = 'revenue'), 0) AS "chargeCents",
      coalesce(sum(e.cents) FILTER (WHERE e.account = 'remittance-clearing'), 0) AS "insurerPaidCents",
      coalesce(sum(e.cents) FILTER (WHERE e.account = 'contractual-adjustment'), 0) AS "contractualCents",
      coalesce(sum(e.cents) FILTER (WHERE e.account = 'patient-receivable'), 0) AS "patientCents",
      coalesce(sum(e.cents) FILTER (WHERE e.account IN
        ('insurance-receivable', 'coordination-of-benefits', 'disputed-receivable', 'unapplied')), 0) AS "openCents"
    FROM (
      (SELECT account, debit_cents - credit_cents AS cents, reason FROM billing.ledger_entry
        WHERE org_id = $1 AND claim_id = c.id LIMIT 10000)
      UNION ALL
      (SELECT booked.* FROM (SELECT d.id FROM billing.remittance_claim d
          WHERE d.org_id = $1 AND d.claim_id = c.id LIMIT 1000) d CROSS JOIN LATERAL (
        SELECT account, debit_cents - credit_cents AS cents, reason FROM billing.ledger_entry
        WHERE org_id = $1 AND remittance_claim_id = d.id LIMIT 1000) booked)
    ) e
  ) s
  WHERE s.entries > 0 ORDER BY c.service_from NULLS LAST, c.id`;

/**
 * Every visit of these patients that has booked anything, oldest service first; claims that were never sent are not
 * there. Claims to later payers are part of the visit of the first; one without it shows its own charge, so that its
 * row adds up too. A visit whose charge was taken back, since another claim replaces it, shows none.
 */
export async function ledgerVisits(tx: Tx, patientIds: readonly string[]): Promise<LedgerVisit[]> {
  const rows = await tx.query<Raw>(VISITS, [tx.orgId, patientIds]);
  const byId = new Map(rows.map((row) => [row.claimId, row]));
  const visits = await visitsOfPatients(tx, patientIds);
  const visitOf = new Map(visits.flatMap((visit) => visit.claims.map(({ id }) => [id, visit] as const)));
  return rows.flatMap((row) => {
    const visit = visitOf.get(row.claimId);
    if (!visit || (visit.claim.id !== row.claimId && byId.has(visit.claim.id))) return [];
    const others = visit.claim.id === row.claimId ? visit.claims : [];
    const later = others.flatMap(({ id }) => (id === row.claimId ? [] : (byId.get(id) ?? [])));
    return [ledgerVisit(row, later, visit)];
  });
}

function ledgerVisit(row: Raw, later: readonly Raw[], visit: VisitInTurn): LedgerVisit {
  const { ownChargeCents, contractualCents: _contractual, openCents: _open, hasBookedCharge, ...shown } = row;
  const total = (of: (one: Raw) => string) => [row, ...later].reduce((sum, one) => sum + Number(of(one)), 0);
  const borrowed = hasBookedCharge ? 0 : Number(ownChargeCents);
  return {
    ...shown,
    claimIds: [row.claimId, ...later.map(({ claimId }) => claimId)],
    chargeCents: total(({ chargeCents }) => chargeCents) + borrowed,
    insurerPaidCents: total(({ insurerPaidCents }) => insurerPaidCents),
    adjustedCents: total(({ contractualCents }) => contractualCents),
    withInsurerCents: total(({ openCents }) => openCents) + borrowed,
    patientCents: total(({ patientCents }) => patientCents),
    decisionIds: lastDecisions(visit).map(({ id }) => id),
    hasPayerToAnswer: hasPayerToAnswer(visit),
  };
}

/** The patient of a claim; undefined for one that is not there. */
export async function patientOfClaim(tx: Tx, claimId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    'SELECT patient_id AS id FROM billing.claim WHERE org_id = $1 AND id = $2',
    [tx.orgId, claimId],
  );
  return row?.id;
}

/** Patients of the claims that left in one file. */
export async function patientsOfSubmission(tx: Tx, submissionId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'SELECT DISTINCT patient_id AS id FROM billing.claim WHERE org_id = $1 AND submission_id = $2 ORDER BY patient_id',
    [tx.orgId, submissionId],
  );
  return rows.map((row) => row.id);
}

/** Numbers of claims by id. */
export async function claimNumbers(tx: Tx, claimIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; number: string }>(
    'SELECT id, number FROM billing.claim WHERE org_id = $1 AND id = ANY($2::uuid[])',
    [tx.orgId, claimIds],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}
