import { Injectable } from '@nestjs/common';
import { CodingPendCleared, CodingPended } from '@caseboard/contracts';
import type { CodingCase } from '@caseboard/contracts';
import { notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { refusal } from './case-steps.ts';
import { asCodingCases } from './coding-case.row.ts';
import { isEditable } from './coding-state.rules.ts';
import { HeldCases } from './held-cases.ts';
import { Pends } from './pends.ts';
import { pendsOf } from './pends.repository.ts';

/** Putting a chart aside until something comes. */
@Injectable()
export class CodingPendsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cases: HeldCases,
    private readonly pends: Pends,
  ) {}

  /** Pends a case; throws `work-item/not-yours` or `coding/illegal-move`, each with the case. */
  async add(caller: Caller, id: string, reason: string): Promise<CodingCase> {
    return this.uow.command(caller, { action: 'coding.case.edit', kind: 'coding-case', id }, async (tx) => {
      const held = await this.cases.holdOwn(tx, caller, id);
      if (!isEditable(held.state)) throw await refusal(tx, 'coding/illegal-move', held);
      const pended = await this.pends.add(tx, held, { reason, threadId: null });
      tx.append(CodingPended, pended.event);
      const [shown] = await asCodingCases(tx, [await this.cases.syncWork(tx, pended.row)]);
      return shown as CodingCase;
    });
  }

  /**
   * Says that what a case waited for came. What waits for a query is cleared by its answer only: throws
   * `coding/illegal-move`. Clearing again changes nothing.
   */
  async clear(caller: Caller, id: string, pendId: string): Promise<CodingCase> {
    return this.uow.command(caller, { action: 'coding.case.edit', kind: 'coding-case', id }, async (tx) => {
      const held = await this.cases.holdOwn(tx, caller, id);
      const pend = (await pendsOf(tx, [id])).get(id)?.find((one) => one.id === pendId);
      if (!pend) throw notFound();
      if (pend.threadId !== null) throw await refusal(tx, 'coding/illegal-move', held);
      const cleared = await this.pends.clear(tx, held, pend);
      if (cleared) tx.append(CodingPendCleared, cleared.event);
      const [shown] = await asCodingCases(tx, [await this.cases.syncWork(tx, cleared?.row ?? held)]);
      return shown as CodingCase;
    });
  }
}
