import type { AccountState } from '@caseboard/contracts';
import { daysBetween } from '@caseboard/server/kernel';

/** What decides the state of an account. */
export interface AccountSums {
  balanceCents: number;
  heldCents: number;
  insuranceCents: number;
  creditCents: number;
  /** Statements that counted since something was owed. */
  statementsCounted: number;
}

/**
 * The state of an account (domain 2.6, without plans, aid and agencies): credit and nothing owed is to be refunded;
 * while all that is owed is held, insurers are still at it; then it goes by the statements that counted.
 */
export function accountStateOf(sums: AccountSums): AccountState {
  if (sums.balanceCents === 0 && sums.creditCents > 0) return 'refund-due';
  if (sums.balanceCents > sums.heldCents) return STATE_AFTER[Math.min(sums.statementsCounted, 3)] ?? 'final-notice';
  return sums.balanceCents > 0 || sums.insuranceCents > 0 ? 'insurance-pending' : 'paid';
}

const STATE_AFTER: readonly AccountState[] = ['patient-balance', 'statement-1', 'statement-2', 'final-notice'];

/** Days between two statements that count: a patient gets a month, less the mail, before the next reminder. */
const CYCLE_DAYS = 25;

/** Whether a statement counts as the next one: one printed again within a cycle is a copy. */
export const isNextStatement = (countedOn: string | null, printedOn: string): boolean =>
  countedOn === null || daysBetween(countedOn, printedOn) >= CYCLE_DAYS;
