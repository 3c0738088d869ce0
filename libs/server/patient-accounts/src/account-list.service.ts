import { Injectable } from '@nestjs/common';
import type { Page, PatientAccountSummary } from '@caseboard/contracts';
import { decodeCursor, pageFrom, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { listAccounts } from './account-list.repository.ts';
import { asSummary } from './account.row.ts';
import { hiddenFacilities, READ } from './patient-accounts.access.ts';
import type { AccountsQuery } from './patient-accounts.queries.ts';

const DEFAULT_PAGE = 50;

/** Accounts as one person may see them. */
@Injectable()
export class AccountList {
  constructor(private readonly uow: UnitOfWork) {}

  async list(caller: Caller, query: AccountsQuery): Promise<Page<PatientAccountSummary>> {
    const { limit = DEFAULT_PAGE, cursor, ids, state, text, sort = '-balance' } = query;
    const filters = { list: 'patient-accounts', ids, state, text, sort };
    const [balance, id] = (decodeCursor(cursor, filters) ?? []) as [number?, string?];
    const after = balance === undefined || id === undefined ? undefined : { balance, id };
    const audit = { action: READ, kind: 'patient-account', details: { state } };
    return this.uow.read(caller, audit, async (tx) => {
      const hidden = await hiddenFacilities(tx, caller.principal);
      const rows = await listAccounts(tx, { ids, state, text, sort, after, hidden, limit: limit + 1 });
      return {
        ...pageFrom(rows, limit, filters, (row) => [row.balanceCents, row.id], asSummary),
        asOf: await tx.head(),
      };
    });
  }
}
