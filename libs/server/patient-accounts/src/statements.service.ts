import { Injectable } from '@nestjs/common';
import { StatementPrinted } from '@caseboard/contracts';
import type { AccountVisit, Statement, StatementDetail } from '@caseboard/contracts';
import { addDays, AppError, effectOf, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { AccountKeeper } from './account-keeper.ts';
import { isNextStatement } from './account-state.rules.ts';
import { accountRow } from './account.row.ts';
import { todayOf } from './account-today.ts';
import { accountVisits } from './account-visits.ts';
import type { AccountRow, StatementRow } from './account.types.ts';
import { accountIdsOf } from './accounts.repository.ts';
import { recordsUnder } from './merged-patients.repository.ts';
import { READ, visibleAccount } from './patient-accounts.access.ts';
import { paymentsOf } from './payments.repository.ts';
import {
  askedCents,
  DAYS_TO_PAY,
  statementContent,
  statementDetailView,
  statementView,
} from './statement-content.rules.ts';
import { findStatement, insertStatement } from './statements.repository.ts';

/** Statements: what was asked of a patient, frozen as it was printed. */
@Injectable()
export class Statements {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keeper: AccountKeeper,
  ) {}

  /**
   * Prints a statement as of the newest sequence; everything up to it is in it. Throws `account/nothing-due` when
   * nothing is asked of the patient now.
   */
  async print(caller: Caller, accountId: string): Promise<Statement> {
    const audit = { action: 'patient-accounts.statement.print', kind: 'patient-account', id: accountId };
    return this.uow.command(caller, audit, async (tx) => {
      const seen = await visibleAccount(tx, caller.principal, accountId);
      if (!seen) throw notFound();
      const account = await this.keeper.hold(tx, seen.id);
      const asOf = await tx.head();
      const visits = await this.visitsOf(tx, account);
      const balanceCents = askedCents(visits);
      if (balanceCents === 0) throw new AppError('account/nothing-due');
      const today = await todayOf(tx);
      const row: StatementRow = {
        id: uuidv7(),
        number: `STM-${String(await tx.number('statement')).padStart(6, '0')}`,
        accountId: account.id,
        asOf,
        printedAt: tx.now,
        printedBy: tx.actor,
        dueOn: addDays(today, DAYS_TO_PAY),
        balanceCents,
      };
      await insertStatement(tx, row, statementContent(account, await organisationName(tx), visits));
      await this.count(tx, account, row.id, today);
      return statementView(row);
    });
  }

  /** A statement as it was printed. Throws `request/not-found` when its account is not theirs to see. */
  async read(caller: Caller, id: string): Promise<StatementDetail> {
    return this.uow.read(caller, { action: READ, kind: 'statement', id }, async (tx) => {
      const found = await findStatement(tx, id);
      if (!found || !(await visibleAccount(tx, caller.principal, found.accountId))) throw notFound();
      return statementDetailView(found);
    });
  }

  private async visitsOf(tx: Tx, account: AccountRow): Promise<AccountVisit[]> {
    const payments = await paymentsOf(tx, await accountIdsOf(tx, account.id));
    return accountVisits(tx, await recordsUnder(tx, account.patientId), payments);
  }

  /** Moves the account on: the next statement, unless this one is a copy within the cycle. */
  private async count(tx: Tx, account: AccountRow, statementId: string, today: string): Promise<void> {
    const isNext = isNextStatement(account.countedOn, today);
    const { before, after } = await this.keeper.refresh(tx, account, {
      lastStatementOn: today,
      ...(isNext ? { statementsCounted: account.statementsCounted + 1, countedOn: today } : {}),
    });
    tx.append(StatementPrinted, {
      id: statementId,
      data: { accountId: after.id, statementId },
      rows: [effectOf(accountRow, before, after)],
    });
  }
}

async function organisationName(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ name: string }>('SELECT name FROM identity.organisation WHERE org_id = $1', [
    tx.orgId,
  ]);
  return row?.name ?? '';
}
