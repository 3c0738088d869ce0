import type { RemittanceClaim } from '@caseboard/x12';
import { isPredeterminationStatus, isReversalStatus } from './adjustment.rules.ts';
import { adjustmentsOf } from './claim-adjustments.rules.ts';
import type { GroupedAdjustment } from './claim-adjustments.rules.ts';
import type { DecisionTotals } from './claim-state.rules.ts';
import { mirrored, movementsOfDecision } from './ledger.rules.ts';
import type { DecidedClaim, Movement } from './ledger.rules.ts';

/** What posting one claim of a remittance writes besides what the file says. */
export interface Decision {
  isReversal: boolean;
  adjustments: GroupedAdjustment[];
  movements: Movement[];
  /** Σ PR. */
  patientCents: number;
  /** What goes to `disputed-receivable`; below zero when it comes back. */
  deniedCents: number;
  denials: number;
}

/**
 * Decides what a claim of a remittance posts. A reversal of a decision we know books exactly what that one booked,
 * with opposite signs, since payers then often give other group codes (CR before 5010); one of a decision we never
 * saw books what it says itself.
 */
export function decide(
  claim: RemittanceClaim,
  decided: DecidedClaim | undefined,
  reversed: readonly Movement[] | undefined,
): Decision {
  const adjustments = adjustmentsOf(claim);
  const movements = reversed ? mirrored(reversed) : movementsOfDecision(claim, decided);
  return {
    isReversal: isReversalStatus(claim.status),
    adjustments,
    movements,
    patientCents: adjustments.reduce((sum, { group, cents }) => (group === 'PR' ? sum + cents : sum), 0),
    deniedCents: movements.find(({ account }) => account === 'disputed-receivable')?.cents ?? 0,
    denials: adjustments.reduce((count, { isDenial }) => (isDenial ? count + 1 : count), 0),
  };
}

/** A claim's totals after one more decision. A predetermination decides nothing. */
export function totalsAfter(
  totals: DecisionTotals,
  decision: { status: string; paidCents: number; deniedCents: number },
): DecisionTotals {
  if (isPredeterminationStatus(decision.status)) return totals;
  return {
    decisions: totals.decisions + 1,
    standing: totals.standing + (isReversalStatus(decision.status) ? -1 : 1),
    paidCents: totals.paidCents + decision.paidCents,
    deniedCents: totals.deniedCents + decision.deniedCents,
    lastStatus: decision.status,
  };
}
