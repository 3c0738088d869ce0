import { Injectable } from '@nestjs/common';
import { SEARCH_KINDS } from '@caseboard/contracts';
import type { Permission, SearchHit, SearchKind } from '@caseboard/contracts';
import type { Principal } from '../access/principal.ts';
import type { Tx } from '../database/tx.ts';

/** How one kind of thing is found. The same predicate as the module's lists decides who sees what. */
export interface Searcher {
  kind: SearchKind;
  /** Persons without it are not asked. */
  permission: Permission;
  /** At most `limit` hits, the best first. `text` is trimmed, at least two characters. */
  find(tx: Tx, principal: Principal, text: string, limit: number): Promise<SearchHit[]>;
}

/** Where modules register what of theirs can be found, so that search imports no feature. */
@Injectable()
export class SearchRegistry {
  private readonly searchers = new Map<SearchKind, Searcher>();

  register(searcher: Searcher): void {
    if (this.searchers.has(searcher.kind)) throw new Error(`Searching ${searcher.kind} is registered twice.`);
    this.searchers.set(searcher.kind, searcher);
  }

  /** Those a person may use, in the order of `SEARCH_KINDS`: people first, then what is done for them. */
  openTo(principal: Principal): Searcher[] {
    return SEARCH_KINDS.flatMap((kind) => this.searchers.get(kind) ?? []).filter(({ permission }) =>
      principal.permissions.has(permission),
    );
  }
}
