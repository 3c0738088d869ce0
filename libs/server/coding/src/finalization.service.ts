import { Injectable } from '@nestjs/common';
import { EncounterFinalized } from '@caseboard/contracts';
import type { CodingCase, reopenAsk } from '@caseboard/contracts';
import { UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { Charts } from '@caseboard/server/records';
import type * as z from 'zod/mini';
import { about, begun, refusal, step } from './case-steps.ts';
import { finalCodes } from './code-entry.rules.ts';
import { asCodingCases } from './coding-case.row.ts';
import { barriersOf, isFinal } from './coding-state.rules.ts';
import { HeldCases } from './held-cases.ts';
import { pendsOf } from './pends.repository.ts';

type ReopenAsk = z.output<typeof reopenAsk>;

/** The end of coding, and its undoing. */
@Injectable()
export class FinalizationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cases: HeldCases,
    private readonly charts: Charts,
  ) {}

  /**
   * Puts the codes on record and finishes the work. Throws `work-item/not-yours`, `request/stale`,
   * `coding/illegal-move`, or `coding/not-final` with every barrier in `errors`; each with the case.
   */
  async finalize(caller: Caller, id: string): Promise<CodingCase> {
    return this.uow.command(caller, { action: 'coding.case.finalize', kind: 'coding-case', id }, async (tx) => {
      const held = await this.cases.holdOwn(tx, caller, id);
      await this.cases.requireVersion(tx, caller, held);
      if (isFinal(held.state)) throw await refusal(tx, 'coding/illegal-move', held);
      const pends = (await pendsOf(tx, [id])).get(id) ?? [];
      const openPends = pends.filter(({ clearedAt }) => clearedAt === null).map(({ reason }) => reason);
      const barriers = barriersOf({ ...held, openPends });
      if (barriers.length > 0) throw await refusal(tx, 'coding/not-final', held, barriers);
      const coded = await step(tx, 'coded', await begun(tx, held), { state: 'coded' });
      const codes = finalCodes(coded.codes, coded.class);
      const stamp = { state: 'finalized', finalizedBy: tx.actor, finalizedAt: tx.now, codes } as const;
      const final = await step(tx, 'finalized', coded, stamp);
      const revision = await this.charts.writeCodes(tx, final.encounterId, codes);
      const said = about(final);
      tx.append(EncounterFinalized, { ...said, data: { ...said.data, revision } });
      const [shown] = await asCodingCases(tx, [await this.cases.syncWork(tx, final)]);
      return shown as CodingCase;
    });
  }

  /**
   * Makes final codes work again; the ones on record stay until new ones are final. Its last owner has it again.
   * Throws `request/stale` or `coding/illegal-move`, each with the case.
   */
  async reopen(caller: Caller, id: string, { reason, note }: ReopenAsk): Promise<CodingCase> {
    return this.uow.command(caller, { action: 'coding.case.reopen', kind: 'coding-case', id }, async (tx) => {
      const held = await this.cases.hold(tx, caller, id);
      await this.cases.requireVersion(tx, caller, held);
      if (!isFinal(held.state)) throw await refusal(tx, 'coding/illegal-move', held);
      const words = note === undefined ? reason : `${reason}: ${note}`;
      const cleared = { state: 'reopened', finalizedBy: null, finalizedAt: null } as const;
      const after = await step(tx, 'reopened', held, cleared, words);
      const [shown] = await asCodingCases(tx, [await this.cases.syncWork(tx, after)]);
      return shown as CodingCase;
    });
  }
}
