import { Injectable } from '@nestjs/common';
import { AccountChanged, AccountOpened } from '@caseboard/contracts';
import { Ledger, ledgerVisits } from '@caseboard/server/billing';
import { effectOf } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { AccountKeeper } from './account-keeper.ts';
import { accountRow } from './account.row.ts';
import type { AccountRow } from './account.types.ts';
import { findAccountOf, insertAccount } from './accounts.repository.ts';
import { recordsUnder, rootOf } from './merged-patients.repository.ts';

/** Opens and follows accounts as payers decide. */
@Injectable()
export class AccountOpener {
  constructor(
    private readonly keeper: AccountKeeper,
    private readonly ledger: Ledger,
  ) {}

  /** Brings the account of a patient up to date; one that has none gets it once a decision left a part to them. */
  async follow(tx: Tx, patientId: string): Promise<void> {
    const root = await rootOf(tx, patientId);
    await this.ledger.settleLaterPayers(tx, await recordsUnder(tx, root));
    const known = await findAccountOf(tx, root);
    if (known) return this.change(tx, known.id);
    if (await leftAPart(tx, root)) await this.open(tx, root);
  }

  /** The account of a record, made when there is none; for an account that folds into it. */
  async ensure(tx: Tx, patientId: string): Promise<AccountRow> {
    return (await findAccountOf(tx, patientId)) ?? this.open(tx, patientId);
  }

  private async change(tx: Tx, accountId: string): Promise<void> {
    const { before, after } = await this.keeper.refresh(tx, await this.keeper.hold(tx, accountId));
    if (before === after) return;
    tx.append(AccountChanged, {
      id: after.id,
      data: { accountId: after.id },
      rows: [effectOf(accountRow, before, after)],
    });
  }

  private async open(tx: Tx, patientId: string): Promise<AccountRow> {
    const number = `ACC-${String(await tx.number('patient-account')).padStart(6, '0')}`;
    const made = await insertAccount(tx, { id: uuidv7(), number, patientId });
    const { after } = await this.keeper.refresh(tx, made);
    tx.append(AccountOpened, {
      id: after.id,
      data: { accountId: after.id },
      rows: [effectOf(accountRow, undefined, after)],
    });
    return after;
  }
}

async function leftAPart(tx: Tx, patientId: string): Promise<boolean> {
  const visits = await ledgerVisits(tx, await recordsUnder(tx, patientId));
  return visits.some(({ patientCents }) => patientCents > 0);
}
