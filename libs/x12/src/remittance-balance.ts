import type { RemittanceAdjustment, RemittanceClaim, RemittanceHeader, RemittanceLine } from './remittance.ts';
import type { RemittanceTotals } from './remittance.ts';

/**
 * Which equation failed:
 * `line` SVC02 − Σ CAS(line) = SVC03; `claim-adjustments` CLP03 − Σ CAS(claim and lines) = CLP04;
 * `claim-charges` Σ SVC02 = CLP03; `claim-payments` Σ SVC03 − Σ CAS(claim) = CLP04;
 * `transaction` BPR02 = Σ CLP04 − Σ PLB; `patient-share` CLP05 = Σ CAS*PR (a warning, never unbalanced).
 */
export type BalanceCheck =
  'line' | 'claim-adjustments' | 'claim-charges' | 'claim-payments' | 'transaction' | 'patient-share';

/** What a failed check is about. Ordinals count from 1: transaction and claim in the file, line in the claim. */
export type BalanceIds = {
  readonly transactionOrdinal: number;
  readonly claimOrdinal?: number;
  /** CLP01. */
  readonly claimControlNumber?: string;
  readonly lineOrdinal?: number;
};

/** One equation of 835 balancing (TR3 X221, 1.10.2.1) that does not hold. */
export type BalanceFailure = {
  readonly level: 'line' | 'claim' | 'transaction';
  readonly check: BalanceCheck;
  readonly ids: BalanceIds;
  /** What the amounts add up to. */
  readonly expectedCents: number;
  /** What the file says. */
  readonly foundCents: number;
  /** found − expected. */
  readonly differenceCents: number;
  /** Ordinals of the segments concerned. */
  readonly segments: readonly number[];
};

/** The line check: `SVC02 − Σ CAS = SVC03`. */
export function checkLineBalance(line: RemittanceLine, ids: BalanceIds): BalanceFailure | undefined {
  const expected = line.chargeCents - sumOf(line.adjustments);
  const segments = [line.segment, ...line.adjustments.map((adjustment) => adjustment.segment)];
  return failure('line', 'line', { ...ids, lineOrdinal: line.ordinal }, expected, line.paidCents, segments);
}

/** The line checks and claim checks of one claim; empty when it balances. */
export function checkClaimBalance(claim: RemittanceClaim): BalanceFailure[] {
  const ids = idsOf(claim);
  const lines = claim.lines.map((line) => checkLineBalance(line, ids));
  return [...lines, claimAdjustments(claim, ids), ...claimLines(claim, ids)].filter((found) => found !== undefined);
}

/** The transaction check: `BPR02 = Σ CLP04 − Σ PLB`. A positive PLB lowers the payment. */
export function checkTransactionBalance(
  header: RemittanceHeader,
  totals: RemittanceTotals,
): BalanceFailure | undefined {
  const ids = { transactionOrdinal: header.transaction.ordinal };
  const expected = totals.paidCents - totals.providerAdjustmentCents;
  return failure('transaction', 'transaction', ids, expected, header.paidCents, [header.segment]);
}

/** A warning, not an imbalance: `CLP05 = Σ CAS*PR`. Undefined also when the payer leaves CLP05 out. */
export function checkPatientShare(claim: RemittanceClaim): BalanceFailure | undefined {
  const said = claim.patientResponsibilityCents;
  if (said === undefined) return undefined;
  const share = allAdjustments(claim).filter((adjustment) => adjustment.group === 'PR');
  return failure('claim', 'patient-share', idsOf(claim), sumOf(share), said, [claim.segment]);
}

/** All checks of one claim, or of the set once `totals` are known: what an import calls per item. */
export function checkRemittanceBalance(
  part: { readonly claim: RemittanceClaim } | { readonly header: RemittanceHeader; readonly totals: RemittanceTotals },
): BalanceFailure[] {
  if ('claim' in part) return checkClaimBalance(part.claim);
  const found = checkTransactionBalance(part.header, part.totals);
  return found === undefined ? [] : [found];
}

/** The adjustments of a claim, its own first, then line by line. */
export function allAdjustments(claim: RemittanceClaim): RemittanceAdjustment[] {
  return [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)];
}

function claimAdjustments(claim: RemittanceClaim, ids: BalanceIds): BalanceFailure | undefined {
  const expected = claim.chargeCents - sumOf(allAdjustments(claim));
  return failure('claim', 'claim-adjustments', ids, expected, claim.paidCents, [claim.segment]);
}

/** What must hold besides when the payer sent lines. */
function claimLines(claim: RemittanceClaim, ids: BalanceIds): (BalanceFailure | undefined)[] {
  if (claim.lines.length === 0) return [];
  const segments = [claim.segment, ...claim.lines.map((line) => line.segment)];
  const charges = claim.lines.reduce((sum, line) => sum + line.chargeCents, 0);
  const payments = claim.lines.reduce((sum, line) => sum + line.paidCents, 0) - sumOf(claim.adjustments);
  return [
    failure('claim', 'claim-charges', ids, charges, claim.chargeCents, segments),
    failure('claim', 'claim-payments', ids, payments, claim.paidCents, segments),
  ];
}

function failure(
  level: BalanceFailure['level'],
  check: BalanceCheck,
  ids: BalanceIds,
  expectedCents: number,
  foundCents: number,
  segments: readonly number[],
): BalanceFailure | undefined {
  if (expectedCents === foundCents) return undefined;
  return { level, check, ids, expectedCents, foundCents, differenceCents: foundCents - expectedCents, segments };
}

const sumOf = (adjustments: readonly RemittanceAdjustment[]): number =>
  adjustments.reduce((sum, adjustment) => sum + adjustment.cents, 0);

const idsOf = ({ transactionOrdinal, ordinal, controlNumber }: RemittanceClaim): BalanceIds => ({
  transactionOrdinal,
  claimOrdinal: ordinal,
  claimControlNumber: controlNumber,
});
