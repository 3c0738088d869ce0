import { Injectable } from '@nestjs/common';
import { Ledger } from '@caseboard/server/billing';
import type { Tx } from '@caseboard/server/kernel';
import { accountStateOf } from './account-state.rules.ts';
import { decidedVisits, paidByClaim } from './account-visits.ts';
import type { DecidedVisit } from './account-visits.ts';
import type { AccountRow, PaymentRow } from './account.types.ts';
import { accountIdsOf, findAccount, lockAccount, updateAccount } from './accounts.repository.ts';
import type { AccountSumsRow } from './accounts.repository.ts';
import { CreditWork } from './credit-work.ts';
import { recordsUnder } from './merged-patients.repository.ts';
import { insertApplications, paymentsOf } from './payments.repository.ts';
import { settle } from './settle.rules.ts';
import type { Application } from './settle.rules.ts';

/** An account before and after; the same object twice when nothing changed. */
export interface AccountChange {
  before: AccountRow;
  after: AccountRow;
}

/**
 * Brings an account to what the ledger says: payments go where they belong now, the ledger books what moved, and the
 * account's sums are written. The caller appends the event.
 */
@Injectable()
export class AccountKeeper {
  constructor(
    private readonly ledger: Ledger,
    private readonly credits: CreditWork,
  ) {}

  /** Holds an account until the transaction ends and reads it as it is then. */
  async hold(tx: Tx, accountId: string): Promise<AccountRow> {
    await this.credits.hold(tx, accountId);
    await lockAccount(tx, accountId);
    const account = await findAccount(tx, accountId);
    if (!account) throw new Error('The account to hold is not there.');
    return account;
  }

  /** Of an account that is held. `patch` goes with the sums; with one, the version always grows. */
  async refresh(tx: Tx, before: AccountRow, patch?: Partial<AccountSumsRow>): Promise<AccountChange> {
    const visits = await decidedVisits(tx, await recordsUnder(tx, before.patientId));
    const accountIds = await accountIdsOf(tx, before.id);
    await this.settle(tx, visits, await paymentsOf(tx, accountIds));
    const sums = sumsOf({ ...before, ...patch }, visits, await paymentsOf(tx, accountIds));
    if (!patch && isSame(before, sums)) return { before, after: before };
    const after = await updateAccount(tx, before.id, sums);
    await this.credits.keep(tx, after);
    return { before, after };
  }

  private async settle(tx: Tx, visits: readonly DecidedVisit[], payments: readonly PaymentRow[]): Promise<void> {
    const moves = settle(
      visits.map(({ claimId, partCents, heldBecause }) => ({ claimId, partCents, isHeld: heldBecause !== null })),
      payments.filter(({ reversal }) => !reversal),
    );
    await insertApplications(tx, moves);
    for (const [patientPaymentId, own] of Map.groupBy(moves, ({ paymentId }) => paymentId))
      await this.book(tx, patientPaymentId, own);
  }

  private async book(tx: Tx, patientPaymentId: string, moves: readonly Application[]): Promise<void> {
    const cents = moves.reduce((sum, move) => sum + move.cents, 0);
    await this.ledger.post(tx, {
      reason: 'payment-applied',
      source: { patientPaymentId },
      movements: [
        { account: 'patient-credit', cents },
        { account: 'patient-receivable', cents: -cents },
      ],
    });
  }
}

function sumsOf(
  account: AccountSumsRow,
  visits: readonly DecidedVisit[],
  payments: readonly PaymentRow[],
): AccountSumsRow {
  const paid = paidByClaim(payments);
  const owes = (visit: DecidedVisit) => visit.partCents - (paid.get(visit.claimId) ?? 0);
  const balanceCents = sum(visits.map(owes));
  const received = sum(payments.filter(({ reversal }) => !reversal).map(({ cents }) => cents));
  const sums = {
    balanceCents,
    heldCents: sum(visits.filter(({ heldBecause }) => heldBecause !== null).map(owes)),
    insuranceCents: sum(visits.map(({ withInsurerCents }) => withInsurerCents)),
    creditCents: received - sum([...paid.values()]),
    // Nothing owed ends the cycle of reminders: what comes up later begins a new one.
    statementsCounted: balanceCents === 0 ? 0 : account.statementsCounted,
    countedOn: balanceCents === 0 ? null : account.countedOn,
  };
  return {
    ...sums,
    state: accountStateOf(sums),
    facilityIds: [...new Set(visits.flatMap(({ facilityId }) => facilityId ?? []))].sort(),
    lastStatementOn: account.lastStatementOn,
    foldedIntoId: account.foldedIntoId,
  };
}

const sum = (cents: readonly number[]): number => cents.reduce((total, one) => total + one, 0);

const SUMS = ['state', 'balanceCents', 'heldCents', 'insuranceCents', 'creditCents', 'statementsCounted'] as const;

const isSame = (before: AccountRow, after: AccountSumsRow): boolean =>
  SUMS.every((name) => before[name] === after[name]) && before.facilityIds.join() === after.facilityIds.join();
