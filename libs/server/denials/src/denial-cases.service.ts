import { Injectable } from '@nestjs/common';
import { DenialCaseMoved } from '@caseboard/contracts';
import type { DenialCase, stagePut } from '@caseboard/contracts';
import { AppError, effectOf, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { WorkItems } from '@caseboard/server/worklist';
import type * as z from 'zod/mini';
import { CaseMover } from './case-mover.ts';
import { asCard, denialCaseRow } from './denial-case.row.ts';
import type { DenialCaseRow } from './denial-case.types.ts';
import { refuseMove } from './denial-stage.rules.ts';
import type { Closing } from './denial-stage.rules.ts';
import { visibleCase } from './denials.access.ts';

type StagePut = z.output<typeof stagePut>;

/** What people do to denial cases. */
@Injectable()
export class DenialCasesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mover: CaseMover,
    private readonly items: WorkItems,
  ) {}

  /**
   * Moves a case, named by its id or a denial's. Throws `request/stale`, `denial/illegal-move` or
   * `denial/close-incomplete`, each with the case as it is. Putting the stage it has changes nothing.
   */
  async putStage(caller: Caller, id: string, body: StagePut): Promise<DenialCase> {
    return this.uow.command(caller, { action: 'denials.case.move', kind: 'denial-case', id }, async (tx) => {
      const before = await this.hold(tx, caller, id);
      tx.about(before.id);
      if (before.version !== caller.ifMatch) throw new AppError('request/stale', { current: asCard(before) });
      if (before.stage === body.stage) return asCard(before);
      return asCard(await this.move(tx, before, body));
    });
  }

  private async move(tx: Tx, before: DenialCaseRow, body: StagePut): Promise<DenialCaseRow> {
    const closing = closingAfter(before, body);
    const refusal = refuseMove(before.stage, body.stage, closing);
    if (refusal) throw new AppError(refusal, { current: asCard(before) });
    const after = await this.mover.move(tx, before, { act: 'moved', stage: body.stage, closing });
    if (!after) throw new AppError('request/stale', { current: asCard(before) });
    tx.append(DenialCaseMoved, {
      id: after.id,
      data: { caseId: after.id, from: before.stage, to: after.stage },
      rows: [effectOf(denialCaseRow, before, after)],
    });
    return after;
  }

  /** The case as nobody else can change it until this transaction ends. */
  private async hold(tx: Tx, caller: Caller, id: string): Promise<DenialCaseRow> {
    const seen = await visibleCase(tx, caller.principal, id);
    if (!seen) throw notFound();
    await this.items.hold(tx, 'denial', [seen.id]);
    const held = await visibleCase(tx, caller.principal, seen.id);
    if (!held) throw notFound();
    return held;
  }
}

/** What is known of the case with what the person says now; reopening asks for the dollars again. */
function closingAfter(before: DenialCaseRow, body: StagePut): Closing {
  return {
    rootCause: body.rootCause ?? before.rootCause,
    isPreventable: body.isPreventable ?? before.isPreventable,
    recoveredCents: body.recoveredCents ?? (before.stage === 'closed' ? null : before.recoveredCents),
  };
}
