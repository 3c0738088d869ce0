import type { RemittanceClaim } from '@caseboard/x12';
import { effectOfAdjustment, isAfterAnotherPayer, isPredeterminationStatus } from './adjustment.rules.ts';
import type { AdjustmentEffect } from './adjustment.rules.ts';

/**
 * The accounts of the ledger. A debit raises what is owed to us (receivables, cash) or what we gave up.
 * `disputed-receivable` holds denied amounts: ours until somebody decides. `unapplied` stands in for the
 * receivable while a remittance's claim is unknown. `remittance-clearing` is what a remittance pays on its
 * claims until its last chunk takes the payment in. `patient-credit` is what patients paid and is applied to nothing.
 */
export const ACCOUNTS = [
  'insurance-receivable',
  'patient-receivable',
  'patient-credit',
  'disputed-receivable',
  'coordination-of-benefits',
  'contractual-adjustment',
  'revenue',
  'remittance-clearing',
  'unapplied',
  'cash',
  'provider-adjustment',
] as const;
export type Account = (typeof ACCOUNTS)[number];

/** One movement: a debit is above zero, a credit below. The movements of a batch add up to zero. */
export interface Movement {
  account: Account;
  cents: number;
}

const ACCOUNT_OF: Record<AdjustmentEffect, Account> = {
  patient: 'patient-receivable',
  'prior-payer': 'coordination-of-benefits',
  contractual: 'contractual-adjustment',
  denial: 'disputed-receivable',
};

/**
 * What sending a claim books: the charge is owed. Claims to later payers book nothing: the first one holds the charge.
 * A claim that replaces another books its own charge as well; the other's goes back at the same moment
 * (`movementsOfTakingBack`). A void only takes back.
 */
export function movementsOfClaim(claim: { chargeCents: number; isPrimary: boolean }): Movement[] {
  if (!claim.isPrimary) return [];
  return net([
    { account: 'insurance-receivable', cents: claim.chargeCents },
    { account: 'revenue', cents: -claim.chargeCents },
  ]);
}

/**
 * What sending a replacement (7) or a void (8) books on the claim it is about: all that this one booked as its charge
 * goes back. What a payer decided on it stays until the payer reverses that, so that a decided claim is in credit by
 * its charge meanwhile: what the payer is expected to take back, or to settle with the replacement.
 */
export const movementsOfTakingBack = (charged: readonly Movement[]): Movement[] => net(mirrored(charged));

/** What the ledger has to know of the claim a decision is about. */
export interface DecidedClaim {
  /** SBR01 as sent: `P` the first payer, `S`, `T`, `A` to `H` later ones; `U` says nothing. */
  payerSequence: string;
}

const LATER_PAYERS = 'STABCDEFGH';

/**
 * Where a decision takes its charge from: an unknown claim, what an earlier payer left over, or the claim itself. A
 * claim that went to a later payer says that whatever CLP02 is; one to the first payer leaves it to CLP02, since that
 * payer may have forwarded it.
 */
export function receivableOf(status: string, claim: DecidedClaim | undefined): Account {
  if (!claim) return 'unapplied';
  const isLater = LATER_PAYERS.includes(claim.payerSequence) || isAfterAnotherPayer(status);
  return isLater ? 'coordination-of-benefits' : 'insurance-receivable';
}

/**
 * What one claim of a remittance books (domain 5 "effects"): its payment and every adjustment against the
 * receivable. Balanced because CLP03 − Σ CAS = CLP04. A predetermination books nothing; money paid on one,
 * which the standard does not foresee, stays unapplied.
 */
export function movementsOfDecision(claim: RemittanceClaim, decided: DecidedClaim | undefined): Movement[] {
  const paid: Movement = { account: 'remittance-clearing', cents: claim.paidCents };
  if (isPredeterminationStatus(claim.status)) return net([paid, { account: 'unapplied', cents: -claim.paidCents }]);
  const movements = [paid, { account: receivableOf(claim.status, decided), cents: -claim.chargeCents }];
  const adjustments = [claim.adjustments, ...claim.lines.map((line) => line.adjustments)];
  for (const { group, reason, cents } of adjustments.flat()) {
    movements.push({ account: ACCOUNT_OF[effectOfAdjustment(group, reason)], cents });
  }
  return net(movements);
}

/** What a reversal books when the decision it takes back is known: the same with opposite signs. */
export const mirrored = (movements: readonly Movement[]): Movement[] =>
  movements.map(({ account, cents }) => ({ account, cents: -cents }));

/** What the last chunk of a remittance books: the payment, and PLB beside it (positive lowers the payment). */
export function movementsOfPayment(paidCents: number, providerAdjustmentCents: number): Movement[] {
  return net([
    { account: 'cash', cents: paidCents },
    { account: 'provider-adjustment', cents: providerAdjustmentCents },
    { account: 'remittance-clearing', cents: -(paidCents + providerAdjustmentCents) },
  ]);
}

/** What finding the claim of a decision books: the amount held unapplied moves to the receivable it belongs to. */
export function movementsOfLink(unappliedCents: number, status: string, decided: DecidedClaim): Movement[] {
  return net([
    { account: receivableOf(status, decided), cents: unappliedCents },
    { account: 'unapplied', cents: -unappliedCents },
  ]);
}

/** One movement an account, none of zero, in the order of ACCOUNTS. */
export function net(movements: readonly Movement[]): Movement[] {
  const sums = new Map<Account, number>();
  for (const { account, cents } of movements) sums.set(account, (sums.get(account) ?? 0) + cents);
  return ACCOUNTS.flatMap((account) => {
    const cents = sums.get(account) ?? 0;
    return cents === 0 ? [] : [{ account, cents }];
  });
}
