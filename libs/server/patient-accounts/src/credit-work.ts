import { Injectable } from '@nestjs/common';
import type { Tx } from '@caseboard/server/kernel';
import { patientMark } from '@caseboard/server/records';
import { WorkItems } from '@caseboard/server/worklist';
import type { AccountRow } from './account.types.ts';
import { gateOf } from './patient-accounts.access.ts';

const SUBJECT = 'patient-account';
const NEEDS = 'Refund the credit, or apply it';

/** An account with credit is work in the queue `credits` until the credit is gone. */
@Injectable()
export class CreditWork {
  constructor(private readonly items: WorkItems) {}

  /** Holds the account's item; whoever changes an account does this first (the worklist's order). */
  async hold(tx: Tx, accountId: string): Promise<void> {
    await this.items.hold(tx, SUBJECT, [accountId]);
  }

  /** Opens, changes or closes the account's item as its credit says. */
  async keep(tx: Tx, account: AccountRow): Promise<void> {
    const item = (await this.items.itemsOf(tx, SUBJECT, [account.id])).get(account.id);
    const hasCredit = account.creditCents > 0 && account.foldedIntoId === null;
    if (!item && hasCredit) return this.open(tx, account);
    if (!item || (!hasCredit && item.state === 'done')) return;
    await this.items.change(tx, SUBJECT, account.id, {
      state: hasCredit ? (item.state === 'waiting' ? 'waiting' : 'open') : 'done',
      ...(hasCredit ? { amountCents: account.creditCents, facilityId: await gateOf(tx, account) } : {}),
    });
  }

  private async open(tx: Tx, account: AccountRow): Promise<void> {
    await this.items.open(tx, {
      queueKey: 'credits',
      subjectType: SUBJECT,
      subjectId: account.id,
      number: account.number,
      facilityId: await gateOf(tx, account),
      code: 'Credit',
      needs: NEEDS,
      patient: patientMark(account, account.mrn),
      payer: 'Patient',
      amountCents: account.creditCents,
      dueOn: null,
      dueRule: null,
      openedAt: tx.now,
    });
  }
}
