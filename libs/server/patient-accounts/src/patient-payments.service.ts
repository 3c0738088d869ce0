import { Injectable } from '@nestjs/common';
import { PatientPaid, PatientPaymentReversed } from '@caseboard/contracts';
import type { PatientPayment, paymentAsk, paymentReversalAsk } from '@caseboard/contracts';
import { Ledger } from '@caseboard/server/billing';
import { AppError, effectOf, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import type * as z from 'zod/mini';
import { AccountKeeper } from './account-keeper.ts';
import type { AccountChange } from './account-keeper.ts';
import { accountRow } from './account.row.ts';
import { todayOf } from './account-today.ts';
import { decidedVisits } from './account-visits.ts';
import type { AccountRow, PaymentRow } from './account.types.ts';
import { recordsUnder } from './merged-patients.repository.ts';
import { visibleAccount } from './patient-accounts.access.ts';
import { asPayment } from './payment.view.ts';
import { findPayment, insertApplications, insertPayment, insertReversal } from './payments.repository.ts';

type PaymentAsk = z.output<typeof paymentAsk>;

/** What people do with patients' payments. A payment is never changed; a reversal stands beside it. */
@Injectable()
export class PatientPayments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keeper: AccountKeeper,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Records a payment: to the visit it names, else the oldest first; the rest is credit. Throws `request/invalid` for
   * a day to come and `account/unknown-visit`.
   */
  async record(caller: Caller, accountId: string, ask: PaymentAsk): Promise<PatientPayment> {
    const audit = { action: 'patient-accounts.payment.record', kind: 'patient-account', id: accountId };
    return this.uow.command(caller, audit, async (tx) => {
      const account = await this.hold(tx, caller, accountId);
      await this.check(tx, account, ask);
      const id = uuidv7();
      const { cents, method, receivedOn, reference = null, claimId = null } = ask;
      const number = `PAY-${String(await tx.number('patient-payment')).padStart(6, '0')}`;
      await insertPayment(tx, { id, number, accountId: account.id, cents, method, receivedOn, reference, claimId });
      await this.ledger.post(tx, {
        reason: 'patient-payment',
        source: { patientPaymentId: id },
        movements: [
          { account: 'cash', cents },
          { account: 'patient-credit', cents: -cents },
        ],
      });
      const change = await this.keeper.refresh(tx, account, {});
      tx.append(PatientPaid, { id, ...told(change, id) });
      return this.shown(tx, id);
    });
  }

  /** Takes a payment back; the books mirror it. Throws `account/payment-reversed`. */
  async reverse(caller: Caller, id: string, ask: z.output<typeof paymentReversalAsk>): Promise<PatientPayment> {
    const audit = { action: 'patient-accounts.payment.reverse', kind: 'patient-payment', id };
    return this.uow.command(caller, audit, async (tx) => {
      const seen = await findPayment(tx, id);
      if (!seen) throw notFound();
      const account = await this.hold(tx, caller, seen.accountId);
      const payment = (await findPayment(tx, id)) ?? seen;
      if (payment.reversal) throw new AppError('account/payment-reversed');
      await insertReversal(tx, id, ask.reason);
      await insertApplications(tx, takenBack(payment));
      await this.ledger.reversePayment(tx, id);
      const change = await this.keeper.refresh(tx, account, {});
      tx.append(PatientPaymentReversed, { id, ...told(change, id) });
      return this.shown(tx, id);
    });
  }

  private async hold(tx: Tx, caller: Caller, accountId: string): Promise<AccountRow> {
    const seen = await visibleAccount(tx, caller.principal, accountId);
    if (!seen) throw notFound();
    await this.keeper.hold(tx, seen.id);
    const held = await visibleAccount(tx, caller.principal, seen.id);
    if (!held) throw notFound();
    return held;
  }

  private async check(tx: Tx, account: AccountRow, { receivedOn, claimId }: PaymentAsk): Promise<void> {
    if (receivedOn > (await todayOf(tx))) {
      const errors = [{ pointer: '/receivedOn', message: 'A payment cannot be received on a day to come.' }];
      throw new AppError('request/invalid', { errors });
    }
    if (claimId === undefined) return;
    const visits = await decidedVisits(tx, await recordsUnder(tx, account.patientId));
    if (!visits.some((visit) => visit.claimId === claimId)) throw new AppError('account/unknown-visit');
  }

  private async shown(tx: Tx, id: string): Promise<PatientPayment> {
    const payment = await findPayment(tx, id);
    if (!payment) throw new Error('The payment was not written.');
    return asPayment(tx, payment);
  }
}

const told = ({ before, after }: AccountChange, paymentId: string) => ({
  data: { accountId: after.id, paymentId },
  rows: [effectOf(accountRow, before, after)],
});

const takenBack = ({ id, applied }: PaymentRow) =>
  [...applied].map(([claimId, cents]) => ({ paymentId: id, claimId, cents: -cents }));
