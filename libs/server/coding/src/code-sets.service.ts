import { Injectable } from '@nestjs/common';
import type { Code, CodeSystem, Page } from '@caseboard/contracts';
import { UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { plainCode, tokensOf } from './code-form.rules.ts';
import { codesIn, searchCodes } from './codes.repository.ts';
import type { CodesQuery } from './coding.queries.ts';
import { keyOf } from './finding.types.ts';
import type { SetCode } from './finding.types.ts';
import { activateRelease, releasesOn, storeRelease } from './releases.repository.ts';
import { STARTER, STARTER_FROM } from './starter/starter-set.ts';

const MOST_HITS = 20;
const MOST_WORDS = 6;

/** A code at a date of service. */
export interface DatedCode {
  system: CodeSystem;
  code: string;
  /** `YYYY-MM-DD`. */
  on: string;
}

/** The codes an organisation codes with. They say nothing of any patient, so searching leaves no audit entry. */
@Injectable()
export class CodeSets {
  constructor(private readonly uow: UnitOfWork) {}

  /** Gives an organisation the starter set, once; for seeding and the command line. */
  async ensureStarter(tx: Tx): Promise<void> {
    await storeRelease(tx, STARTER);
    await activateRelease(tx, STARTER.hash, STARTER_FROM);
  }

  /** What the sets of each code's own date say of it, by `keyOf`; a code that is in none is missing. */
  async find(tx: Tx, asked: readonly DatedCode[]): Promise<Map<string, SetCode>> {
    const found = new Map<string, SetCode>();
    for (const [on, codes] of Map.groupBy(asked, (one) => one.on)) {
      const known = new Map((await codesIn(tx, await releasesOn(tx, on), codes)).map((code) => [keyOf(code), code]));
      for (const code of codes) {
        const entry = known.get(keyOf(code));
        if (entry) found.set(keyOf(code), entry);
      }
    }
    return found;
  }

  /** At most 20 codes that begin with the text or whose words do, the best first. */
  async search({ principal }: Caller, { text, system, on }: CodesQuery): Promise<Page<Code>> {
    return this.uow.peek(principal.orgId, async (tx) => {
      const releases = await releasesOn(tx, on ?? tx.now.toISOString().slice(0, 10));
      const code = /\s/.test(text) ? '' : plainCode(text);
      const words = tokensOf(text).slice(0, MOST_WORDS);
      const items = await searchCodes(tx, { releases, code, words, system: system ?? null, limit: MOST_HITS });
      return { items, nextCursor: null, asOf: await tx.head() };
    });
  }
}
