import type { CLAIM_STATES } from '@caseboard/contracts';

export type ClaimState = (typeof CLAIM_STATES)[number];

/** What all decisions on a claim add up to; a reversal counts against the decision it takes back. */
export interface DecisionTotals {
  /** Decisions ever posted, reversals too. */
  decisions: number;
  /** Decisions that stand: posted and not taken back. */
  standing: number;
  paidCents: number;
  deniedCents: number;
  /** CLP02 of the newest decision. */
  lastStatus: string | null;
}

/**
 * The state of a claim (domain 2.2, from SENT on). Paid in full means that nothing was refused: prices and the
 * patient's share are no refusal, so a claim whose whole allowed amount is the patient's deductible is settled too.
 */
export function stateOf(totals: DecisionTotals): ClaimState {
  if (totals.decisions === 0) return 'sent';
  if (totals.standing <= 0) return 'reversed';
  if (totals.deniedCents > 0) return totals.paidCents > 0 ? 'paid-partial' : 'denied';
  return totals.lastStatus === '4' && totals.paidCents <= 0 ? 'denied' : 'paid-full';
}
