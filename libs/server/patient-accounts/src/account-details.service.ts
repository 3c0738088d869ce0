import { Injectable } from '@nestjs/common';
import type { PatientAccount } from '@caseboard/contracts';
import { claimNumbers, ledgerVisits, patientPartsOf } from '@caseboard/server/billing';
import { notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { accountTimeline } from './account-timeline.rules.ts';
import { asSummary } from './account.row.ts';
import { accountVisits } from './account-visits.ts';
import type { AccountRow } from './account.types.ts';
import { accountIdsOf } from './accounts.repository.ts';
import { recordsUnder } from './merged-patients.repository.ts';
import { READ, visibleAccount } from './patient-accounts.access.ts';
import { paymentsOf } from './payments.repository.ts';
import { paymentView } from './payment.view.ts';
import { statementView } from './statement-content.rules.ts';
import { statementsOf } from './statements.repository.ts';

/** An account with everything behind its balance. */
@Injectable()
export class AccountDetails {
  constructor(private readonly uow: UnitOfWork) {}

  /** Throws `request/not-found` when missing or not theirs to see; one folded into another is the other. */
  async get(caller: Caller, id: string): Promise<PatientAccount> {
    return this.uow.read(caller, { action: READ, kind: 'patient-account', id }, async (tx) => {
      const account = await visibleAccount(tx, caller.principal, id);
      if (!account) throw notFound();
      tx.about(account.id);
      return this.detail(tx, account);
    });
  }

  private async detail(tx: Tx, account: AccountRow): Promise<PatientAccount> {
    const accountIds = await accountIdsOf(tx, account.id);
    const payments = await paymentsOf(tx, accountIds);
    const records = await recordsUnder(tx, account.patientId);
    const visits = await accountVisits(tx, records, payments);
    const statements = await statementsOf(tx, accountIds);
    const claimIds = (await ledgerVisits(tx, records)).flatMap((visit) => visit.claimIds);
    const applied = payments.flatMap((payment) => [...payment.applied.keys()]);
    const numbers = await claimNumbers(tx, [...new Set([...claimIds, ...applied])]);
    const parts = await patientPartsOf(tx, claimIds);
    return {
      ...asSummary(account),
      visits,
      payments: payments.map((payment) => paymentView(payment, numbers)),
      statements: statements.map(statementView),
      timeline: accountTimeline({ of: account, parts, payments, statements }),
      asOf: await tx.head(),
    };
  }
}
