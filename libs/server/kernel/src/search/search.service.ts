import { Injectable } from '@nestjs/common';
import type { SearchHit, SearchKind } from '@caseboard/contracts';
import type { Caller } from '../access/principal.ts';
import { isStatementTimeout } from '../database/postgres-errors.ts';
import type { Tx } from '../database/tx.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { SearchRegistry } from './search-registry.ts';
import type { Searcher } from './search-registry.ts';

/** Hits of one kind: a palette is not a list. */
const MOST_OF_A_KIND = 6;
/** How long one kind may take; with all kinds slow the answer still comes within seconds. */
const MS_OF_A_KIND = 600;

/** Finds things of every kind a person may see. */
@Injectable()
export class SearchService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: SearchRegistry,
  ) {}

  /**
   * A few hits of each kind, in one snapshot. A kind that takes too long is left out and named in `missed`. The audit
   * says what kinds were searched and how much was found, never the text: people search by patients' names.
   */
  async find(caller: Caller, text: string): Promise<{ items: SearchHit[]; missed: SearchKind[] }> {
    const searchers = this.registry.openTo(caller.principal);
    const details: Record<string, unknown> = { kinds: searchers.map(({ kind }) => kind) };
    return this.uow.read(caller, { action: 'search.record.find', kind: 'search', details }, async (tx) => {
      const items: SearchHit[] = [];
      const missed: SearchKind[] = [];
      for (const searcher of searchers) {
        const hits = await inTime(tx, () => searcher.find(tx, caller.principal, text, MOST_OF_A_KIND));
        if (hits) items.push(...hits.slice(0, MOST_OF_A_KIND));
        else missed.push(searcher.kind);
      }
      Object.assign(details, { hits: items.length, missed });
      return { items, missed };
    });
  }
}

type Hits = Awaited<ReturnType<Searcher['find']>>;

/**
 * Undefined when it took too long; the transaction goes on as if it had not been asked. A search writes nothing, so
 * going back to the savepoint loses nothing and gives the connection its own time limit back.
 */
async function inTime(tx: Tx, find: () => Promise<Hits>): Promise<Hits | undefined> {
  await tx.execute('SAVEPOINT searcher');
  await tx.query("SELECT set_config('statement_timeout', $1, true)", [`${MS_OF_A_KIND}ms`]);
  const hits = await find().catch((error: unknown) => {
    if (!isStatementTimeout(error)) throw error;
    return undefined;
  });
  await tx.execute('ROLLBACK TO SAVEPOINT searcher');
  return hits;
}
