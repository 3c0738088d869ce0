import { Injectable } from '@nestjs/common';
import type { Page, Remittance, RemittanceSummary } from '@caseboard/contracts';
import { decodeCursor, notFound, pageFrom, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { hiddenFacilities } from './billing.access.ts';
import type { RemittancesQuery } from './billing.queries.ts';
import {
  claimsOfRemittance,
  listRemittances,
  providerAdjustmentsOf,
  remittancesByIds,
} from './remittance-reads.repository.ts';

const DEFAULT_PAGE = 50;

/** Remittances as one person may see them. */
@Injectable()
export class Remittances {
  constructor(private readonly uow: UnitOfWork) {}

  async list(caller: Caller, query: RemittancesQuery): Promise<Page<RemittanceSummary>> {
    const { limit = DEFAULT_PAGE, cursor, ids, payer, state, text, sort = '-number' } = query;
    const filters = { list: 'remittances', ids, payer, state, text, sort };
    const [after] = (decodeCursor(cursor, filters) ?? []) as [string?];
    const audit = { action: 'billing.remittance.read', kind: 'remittance', details: { payer, state } };
    return this.uow.read(caller, audit, async (tx) => {
      const hidden = await hiddenFacilities(tx, caller.principal);
      const rows = await listRemittances(tx, { ids, payer, state, text, sort, after, hidden, limit: limit + 1 });
      return {
        ...pageFrom(
          rows,
          limit,
          filters,
          (row) => [row.id],
          (row) => row,
        ),
        asOf: await tx.head(),
      };
    });
  }

  /** One remittance with its claims and PLB. Throws `request/not-found` for one that is not theirs to see. */
  async read(caller: Caller, id: string): Promise<Remittance> {
    return this.uow.read(caller, { action: 'billing.remittance.read', kind: 'remittance', id }, async (tx) => {
      const hidden = await hiddenFacilities(tx, caller.principal);
      const found = (await remittancesByIds(tx, [id], hidden)).get(id);
      if (!found) throw notFound();
      const providerAdjustments = await providerAdjustmentsOf(tx, id);
      return { ...found, providerAdjustments, remittanceClaims: await claimsOfRemittance(tx, id, hidden) };
    });
  }
}
