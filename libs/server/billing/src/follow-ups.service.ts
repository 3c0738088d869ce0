import { Injectable } from '@nestjs/common';
import { FollowUpMoved, isLegalFollowUpMove, PayerCalled } from '@caseboard/contracts';
import type { FollowUpCase, FollowUpCaseDetail, followUpStagePut, payerCallAsk } from '@caseboard/contracts';
import { AppError, effectOf, isUniqueViolation, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { visibleFollowUp } from './follow-up.access.ts';
import { FollowUpDetails } from './follow-up-details.service.ts';
import { insertCall } from './payer-calls.repository.ts';
import { FollowUpMover } from './follow-up-mover.service.ts';
import { asFollowUpCard, followUpRow } from './follow-up.row.ts';
import { needsOf, stageAfterCall } from './follow-up.rules.ts';
import type { FollowUpRow } from './follow-up.types.ts';

type CallAsk = z.output<typeof payerCallAsk>;

/** What people do to follow-up cases. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mover: FollowUpMover,
    private readonly details: FollowUpDetails,
  ) {}

  /** Throws `request/stale` or `follow-up/illegal-move`, each with the case as it is. Putting its stage changes nothing. */
  async putStage(caller: Caller, id: string, body: z.output<typeof followUpStagePut>): Promise<FollowUpCase> {
    const audit = { action: 'billing.follow-up.move', kind: 'follow-up-case', id };
    return refuseSecond(() =>
      this.uow.command(caller, audit, async (tx) => {
        const before = await this.hold(tx, caller, id);
        const current = asFollowUpCard(before);
        if (before.version !== caller.ifMatch) throw new AppError('request/stale', { current });
        if (before.stage === body.stage) return current;
        if (!isLegalFollowUpMove(before.stage, body.stage)) throw new AppError('follow-up/illegal-move', { current });
        const move = { act: 'moved' as const, stage: body.stage, reason: body.reason };
        const after = await this.mover.move(tx, before, move);
        if (!after) throw new AppError('request/stale', { current });
        tx.append(FollowUpMoved, {
          id,
          data: { caseId: id, from: before.stage, to: after.stage },
          rows: [effectOf(followUpRow, before, after)],
        });
        return asFollowUpCard(after);
      }),
    );
  }

  /**
   * Logs a contact with the payer. A promise puts the case to sleep until its day. Throws `follow-up/promise-day`
   * without a day, or one that is past, and `follow-up/illegal-move` when the case is resolved.
   */
  async logCall(caller: Caller, id: string, ask: CallAsk): Promise<FollowUpCaseDetail> {
    return this.uow.command(caller, { action: 'billing.call.log', kind: 'follow-up-case', id }, async (tx) => {
      const before = await this.hold(tx, caller, id);
      if (before.stage === 'resolved')
        throw new AppError('follow-up/illegal-move', { current: asFollowUpCard(before) });
      const promisedOn = await promisedDay(tx, ask);
      const stage = stageAfterCall(before.stage, ask.outcome);
      const needs = stage === 'promised' ? undefined : needsOf(stage, ask.outcome);
      const after = await this.mover.move(tx, before, {
        act: 'called',
        stage,
        promisedOn,
        outcome: ask.outcome,
        needs,
      });
      if (!after) throw new Error('A case that is held was changed by somebody else.');
      const { spokeWith = null, reference = null, note = null } = ask;
      const said = { by: ask.by, outcome: ask.outcome, spokeWith, reference, note, promisedOn };
      const callId = await insertCall(tx, id, { ...said, byId: caller.principal.userId });
      tx.append(PayerCalled, { id, data: { caseId: id, callId }, rows: [effectOf(followUpRow, before, after)] });
      return this.details.of(tx, caller.principal, after);
    });
  }

  private async hold(tx: Tx, caller: Caller, id: string): Promise<FollowUpRow> {
    if (!(await visibleFollowUp(tx, caller.principal, id))) throw notFound();
    const held = await this.mover.hold(tx, id);
    if (!held) throw notFound();
    return held;
  }
}

/** The day of a promise; null when nothing was promised. Today is the organisation's. */
async function promisedDay(tx: Tx, { outcome, promisedOn }: CallAsk): Promise<string | null> {
  if (outcome !== 'promised') return null;
  const [here] = await tx.query<{ today: string }>(
    'SELECT ($2::timestamptz AT TIME ZONE o.time_zone)::date::text AS today FROM identity.organisation o WHERE o.org_id = $1',
    [tx.orgId, tx.now],
  );
  if (promisedOn === undefined || promisedOn < (here?.today ?? '')) throw new AppError('follow-up/promise-day');
  return promisedOn;
}

/** Reopening an old case of a claim that has a new one would give it two. */
async function refuseSecond<R>(run: () => Promise<R>): Promise<R> {
  try {
    return await run();
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('follow-up/illegal-move', {}, { cause: error }) : error;
  }
}
