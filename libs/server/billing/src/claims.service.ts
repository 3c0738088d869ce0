import { Injectable } from '@nestjs/common';
import type { Claim, ClaimSummary, Page } from '@caseboard/contracts';
import { decodeCursor, notFound, pageFrom, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { hiddenFacilities } from './billing.access.ts';
import type { ClaimsQuery } from './billing.queries.ts';
import { asClaimSummary } from './claim.row.ts';
import { openedClaim } from './claim-opened.ts';
import { listClaims } from './claim-list.repository.ts';

const DEFAULT_PAGE = 50;

/** Claims as one person may see them. */
@Injectable()
export class Claims {
  constructor(private readonly uow: UnitOfWork) {}

  async list(caller: Caller, query: ClaimsQuery): Promise<Page<ClaimSummary>> {
    const { limit = DEFAULT_PAGE, cursor, ids, payer, state, text, origin, sort = '-number' } = query;
    const filters = { list: 'claims', ids, payer, state, text, origin, sort };
    const [after] = (decodeCursor(cursor, filters) ?? []) as [string?];
    const audit = { action: 'billing.claim.read', kind: 'claim', details: { payer, state, origin } };
    return this.uow.read(caller, audit, async (tx) => {
      const hidden = await hiddenFacilities(tx, caller.principal);
      const rows = await listClaims(tx, { ids, payer, state, text, origin, sort, after, hidden, limit: limit + 1 });
      return {
        ...pageFrom(rows, limit, filters, (row) => [row.id], asClaimSummary),
        asOf: await tx.head(),
      };
    });
  }

  /** One claim with everything decided on it. Throws `request/not-found` for one that is not theirs to see. */
  async read(caller: Caller, id: string): Promise<Claim> {
    return this.uow.read(caller, { action: 'billing.claim.read', kind: 'claim', id }, async (tx) => {
      const claim = await openedClaim(tx, id, await hiddenFacilities(tx, caller.principal));
      if (!claim) throw notFound();
      return claim;
    });
  }
}
