import { Injectable } from '@nestjs/common';
import { AccountsJoined } from '@caseboard/contracts';
import { effectOf } from '@caseboard/server/kernel';
import type { RowEffect, Tx } from '@caseboard/server/kernel';
import { AccountKeeper } from './account-keeper.ts';
import type { AccountChange } from './account-keeper.ts';
import { AccountOpener } from './account-opener.ts';
import { accountRow } from './account.row.ts';
import { accountsOf, findAccountOf, updateAccount } from './accounts.repository.ts';
import type { AccountSumsRow } from './accounts.repository.ts';
import { CreditWork } from './credit-work.ts';
import { dropMerge, keepMerge, recordsUnder, rootOf } from './merged-patients.repository.ts';

/**
 * When records of patients are merged, the account of the one that remains speaks for both; when a merge is undone,
 * each has its own again. Payments stay with the account they were recorded on.
 */
@Injectable()
export class AccountFolding {
  constructor(
    private readonly keeper: AccountKeeper,
    private readonly opener: AccountOpener,
    private readonly credits: CreditWork,
  ) {}

  /** `fromId` was merged into `intoId`. */
  async fold(tx: Tx, fromId: string, intoId: string): Promise<void> {
    await keepMerge(tx, fromId, intoId);
    const root = await rootOf(tx, intoId);
    const accounts = await accountsOf(tx, await recordsUnder(tx, fromId));
    if (accounts.length === 0) return this.opener.follow(tx, root);
    const into = await this.opener.ensure(tx, root);
    const folded: RowEffect[] = [];
    for (const account of accounts) {
      const before = await this.keeper.hold(tx, account.id);
      const after = await updateAccount(tx, before.id, {
        ...NOTHING,
        lastStatementOn: before.lastStatementOn,
        foldedIntoId: into.id,
      });
      await this.credits.keep(tx, after);
      folded.push(effectOf(accountRow, before, after));
    }
    this.tell(tx, fromId, await this.recount(tx, into.id), folded);
  }

  /** The merge of `fromId` into `intoId` was undone. */
  async unfold(tx: Tx, fromId: string, intoId: string): Promise<void> {
    await dropMerge(tx, fromId);
    const records = await recordsUnder(tx, fromId);
    const root = await findAccountOf(tx, await rootOf(tx, intoId));
    const parted = await accountsOf(tx, records);
    const own = parted.find(({ patientId }) => patientId === fromId);
    for (const account of parted) {
      const foldedIntoId = account === own ? null : (own?.id ?? null);
      await updateAccount(tx, account.id, { ...account, foldedIntoId });
    }
    // The one that remains gives payments back first: what they paid here is the other's to use there.
    const remaining = root ? await this.recount(tx, root.id) : undefined;
    if (!own) {
      if (remaining) this.tell(tx, fromId, remaining, []);
      return this.opener.follow(tx, fromId);
    }
    const { after } = await this.recount(tx, own.id);
    const shown = effectOf(accountRow, undefined, after);
    if (remaining) this.tell(tx, fromId, remaining, [shown]);
    else tx.append(AccountsJoined, { id: after.id, data: { accountId: after.id, patientId: fromId }, rows: [shown] });
  }

  private async recount(tx: Tx, accountId: string): Promise<AccountChange> {
    return this.keeper.refresh(tx, await this.keeper.hold(tx, accountId), {});
  }

  private tell(tx: Tx, patientId: string, { before, after }: AccountChange, others: readonly RowEffect[]): void {
    tx.append(AccountsJoined, {
      id: after.id,
      data: { accountId: after.id, patientId },
      rows: [effectOf(accountRow, before, after), ...others.filter(({ deliveries }) => deliveries.length > 0)],
    });
  }
}

const NOTHING = {
  state: 'paid' as const,
  balanceCents: 0,
  heldCents: 0,
  insuranceCents: 0,
  creditCents: 0,
  facilityIds: [] as string[],
  statementsCounted: 0,
  countedOn: null,
} satisfies Partial<AccountSumsRow>;
