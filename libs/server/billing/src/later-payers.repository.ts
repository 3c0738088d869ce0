import type { Tx } from '@caseboard/server/kernel';
import { movementsOfLaterPayers, visitsInTurn } from './later-payer.rules.ts';
import type { ClaimInTurn, StandingDecision, VisitInTurn } from './later-payer.rules.ts';
import { appendBatches } from './ledger.repository.ts';
import type { LedgerBatch } from './ledger.repository.ts';
import { mirrored, net } from './ledger.rules.ts';
import type { Account, Movement } from './ledger.rules.ts';

const REASON = 'left-to-later-payer';

/** Visits of these patients with the decisions that stand. */
export async function visitsOfPatients(tx: Tx, patientIds: readonly string[]): Promise<VisitInTurn[]> {
  const claims = await tx.query<ClaimInTurn & { chargeCents: string }>(
    `SELECT own.* FROM unnest($2::uuid[]) AS asked(patient_id) CROSS JOIN LATERAL (
       SELECT c.id, c.patient_id AS "patientId", c.control_number AS "controlNumber", c.service_from::text AS "servedOn",
         c.charge_cents AS "chargeCents", c.payer_sequence AS sequence
       FROM billing.claim c WHERE c.org_id = $1 AND c.patient_id = asked.patient_id ORDER BY c.id LIMIT 2000) own`,
    [tx.orgId, patientIds],
  );
  const inTurn = claims.map((claim): ClaimInTurn => ({ ...claim, chargeCents: Number(claim.chargeCents) }));
  return visitsInTurn(
    inTurn,
    await standingDecisions(
      tx,
      claims.map(({ id }) => id),
    ),
  );
}

type RawDecision = Record<keyof StandingDecision, string>;

async function standingDecisions(tx: Tx, claimIds: readonly string[]): Promise<StandingDecision[]> {
  const rows = await tx.query<RawDecision>(
    `SELECT d.id, d.claim_id AS "claimId", d.status,
       coalesce(sum(e.cents) FILTER (WHERE e.account = 'patient-receivable'), 0) AS "patientCents",
       coalesce(sum(e.cents) FILTER (WHERE e.account = 'contractual-adjustment'), 0) AS "contractualCents",
       coalesce(sum(e.cents) FILTER (WHERE e.account = 'coordination-of-benefits'), 0) AS "coordinationCents",
       coalesce(sum(e.cents) FILTER (WHERE e.account = 'disputed-receivable'), 0) AS "disputedCents"
     FROM unnest($2::uuid[]) AS asked(claim_id)
     CROSS JOIN LATERAL (SELECT * FROM billing.remittance_claim d WHERE d.org_id = $1 AND d.claim_id = asked.claim_id
       AND d.status <> '25' AND d.reversed_by_id IS NULL AND d.reverses_id IS NULL LIMIT 1000) d
     LEFT JOIN LATERAL (SELECT account, debit_cents - credit_cents AS cents FROM billing.ledger_entry
       WHERE org_id = $1 AND remittance_claim_id = d.id LIMIT 1000) e ON true
     GROUP BY d.id, d.claim_id, d.status`,
    [tx.orgId, claimIds],
  );
  return rows.map(({ id, claimId, status, ...cents }) => ({
    id,
    claimId,
    status,
    patientCents: Number(cents.patientCents),
    contractualCents: Number(cents.contractualCents),
    coordinationCents: Number(cents.coordinationCents),
    disputedCents: Number(cents.disputedCents),
  }));
}

/**
 * Brings what is booked between the payers of these patients' visits to what their decisions say now; books only the
 * difference, so that it may be asked again in any order. For one caller at a time.
 */
export async function settleLaterPayers(tx: Tx, patientIds: readonly string[]): Promise<void> {
  const visits = await visitsOfPatients(tx, patientIds);
  const rows = await tx.query<{ claimId: string; account: Account; cents: string }>(
    `SELECT claim_id AS "claimId", account, sum(debit_cents - credit_cents) AS cents FROM billing.ledger_entry
     WHERE org_id = $1 AND claim_id = ANY($2::uuid[]) AND reason = $3 GROUP BY claim_id, account`,
    [tx.orgId, visits.flatMap(({ claims }) => claims.map(({ id }) => id)), REASON],
  );
  const booked = Map.groupBy(rows, ({ claimId }) => claimId);
  const batches = visits.map((visit): LedgerBatch => {
    const before = visit.claims
      .flatMap(({ id }) => booked.get(id) ?? [])
      .map(({ account, cents }): Movement => ({ account, cents: Number(cents) }));
    const movements = net([...movementsOfLaterPayers(visit), ...mirrored(before)]);
    return { reason: REASON, source: { claimId: visit.claim.id }, movements };
  });
  await appendBatches(
    tx,
    batches.filter(({ movements }) => movements.length > 0),
  );
}
