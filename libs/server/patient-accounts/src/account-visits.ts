import type { AccountVisit } from '@caseboard/contracts';
import { ledgerVisits, patientPartsOf } from '@caseboard/server/billing';
import type { LedgerVisit, PatientPartPosted } from '@caseboard/server/billing';
import type { Tx } from '@caseboard/server/kernel';
import type { PaymentRow } from './account.types.ts';
import { claimsOnHold } from './denial-holds.repository.ts';
import { patientPartOf } from './patient-part.rules.ts';

/** What insurers decided on a patient's claims, before payments. */
export interface DecidedVisit extends LedgerVisit {
  /** What can be asked of the patient at most: their part, never below zero. */
  partCents: number;
  heldBecause: string | null;
}

/** Claims of these records of a patient, oldest service first, and whether each is held. */
export async function decidedVisits(tx: Tx, patientIds: readonly string[]): Promise<DecidedVisit[]> {
  const visits = await ledgerVisits(tx, patientIds);
  const denied = await claimsOnHold(
    tx,
    visits.flatMap(({ claimIds }) => claimIds),
  );
  return visits.map((visit) => ({
    ...visit,
    partCents: Math.max(0, visit.patientCents),
    heldBecause: heldBecause(visit, denied),
  }));
}

/** Domain 2.6: nothing is asked before all payers have decided and no denial is open. */
function heldBecause(visit: LedgerVisit, denied: ReadonlySet<string>): string | null {
  if (visit.claimIds.some((id) => denied.has(id))) return 'A denial of the insurer is being worked on';
  return visit.hasPayerToAnswer ? 'Another insurer is asked too' : null;
}

/** Cents patients paid by claim; payments that were taken back count nothing. */
export function paidByClaim(payments: readonly PaymentRow[]): Map<string, number> {
  const paid = new Map<string, number>();
  for (const { applied, reversal } of payments) {
    if (reversal) continue;
    for (const [claimId, cents] of applied) paid.set(claimId, (paid.get(claimId) ?? 0) + cents);
  }
  return paid;
}

/** Visits as the account shows them, every cent of the patient's part with its cause. */
export async function accountVisits(
  tx: Tx,
  patientIds: readonly string[],
  payments: readonly PaymentRow[],
): Promise<AccountVisit[]> {
  const visits = await decidedVisits(tx, patientIds);
  const parts = await patientPartsOf(
    tx,
    visits.flatMap(({ claimIds }) => claimIds),
  );
  const byDecision = Map.groupBy(parts, ({ decisionId }) => decisionId);
  const paid = paidByClaim(payments);
  return visits.map((visit) => {
    const own = visit.decisionIds.toSorted().flatMap((id) => byDecision.get(id) ?? []);
    return accountVisit(visit, own, paid.get(visit.claimId) ?? 0);
  });
}

const accountVisit = (visit: DecidedVisit, parts: readonly PatientPartPosted[], paidCents: number): AccountVisit => ({
  claimId: visit.claimId,
  claimNumber: visit.claimNumber,
  servedOn: visit.servedOn,
  payerName: visit.payerName,
  chargeCents: visit.chargeCents,
  insurerPaidCents: visit.insurerPaidCents,
  adjustedCents: visit.adjustedCents,
  withInsurerCents: visit.withInsurerCents,
  patientCents: visit.patientCents,
  patientPaidCents: paidCents,
  owesCents: visit.partCents - paidCents,
  parts: parts.map(patientPartOf),
  heldBecause: visit.heldBecause,
});
