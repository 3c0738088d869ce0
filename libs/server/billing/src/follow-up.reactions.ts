import { Injectable } from '@nestjs/common';
import {
  ClaimAcknowledged,
  ClaimAdjudicated,
  ClaimLinked,
  ClaimRejected,
  FollowUpMoved,
  FollowUpWoke,
} from '@caseboard/contracts';
import { effectOf, UnitOfWork } from '@caseboard/server/kernel';
import type { Chore, LoggedEvent, Reaction, Tx } from '@caseboard/server/kernel';
import { openFollowUpOf, overduePromises } from './follow-up-cases.repository.ts';
import { FollowUpMover } from './follow-up-mover.service.ts';
import { FollowUpOpener } from './follow-up-opener.service.ts';
import { followUpRow } from './follow-up.row.ts';
import type { FollowUpRow } from './follow-up.types.ts';

const MINUTE = 60_000;
/** Cases woken in one transaction: two events each. */
const BATCH = 100;

/** What happens to follow-up by rule: cases open on silence, wake when a promise is broken, end with an answer. */
@Injectable()
export class FollowUpReactions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mover: FollowUpMover,
    private readonly opener: FollowUpOpener,
  ) {}

  /** A decision or a rejection is an answer; a payer that wants something (277 P3) moves the case. */
  readonly answers: Reaction = {
    consumer: 'billing.follow-up-answers',
    on: [ClaimAdjudicated, ClaimLinked, ClaimRejected, ClaimAcknowledged],
    subjectOf: (event) => String(event.data.claimId ?? event.id),
    handle: (tx, event) => this.answer(tx, event),
  };

  /** Opens cases of claims whose payers have been silent for too long. */
  readonly open: Chore = {
    name: 'billing.follow-up-open',
    everyMs: MINUTE,
    run: async (orgId) => void (await this.opener.open(orgId)),
  };

  /** Wakes cases the day after the promised one. */
  readonly wake: Chore = { name: 'billing.follow-up-wake', everyMs: MINUTE, run: (orgId) => this.wakeAll(orgId) };

  private async answer(tx: Tx, event: LoggedEvent): Promise<void> {
    const { claimId, isReversal, outcome } = event.data;
    if (typeof claimId !== 'string' || isReversal === true) return;
    if (event.name !== ClaimAcknowledged.name)
      return this.moveOpen(tx, claimId, 'resolved', event.name === ClaimRejected.name ? REJECTED : ANSWERED);
    if (outcome === 'info-requested')
      await this.moveOpen(tx, claimId, 'info-requested', 'The payer asks for information');
  }

  private async moveOpen(tx: Tx, claimId: string, stage: 'resolved' | 'info-requested', reason: string): Promise<void> {
    const seen = await openFollowUpOf(tx, claimId);
    const before = seen && (await this.mover.hold(tx, seen.id));
    if (!before || before.stage === 'resolved' || before.stage === stage) return;
    const after = await this.mover.move(tx, before, { act: 'answered', stage, reason });
    if (!after) throw new Error('A case that is held was changed by somebody else.');
    tx.append(FollowUpMoved, {
      id: after.id,
      data: { caseId: after.id, from: before.stage, to: stage },
      rows: [effectOf(followUpRow, before, after, reason)],
      reason,
    });
  }

  private async wakeAll(orgId: string): Promise<void> {
    for (;;) {
      const due = await this.uow.peek(orgId, (tx) => overduePromises(tx, BATCH));
      if (due.length === 0) return;
      const audit = { action: 'rule.billing.follow-up-wake', kind: 'follow-up-case', details: { cases: due.length } };
      await this.uow.actAs(orgId, 'rule:billing.follow-up-wake', audit, async (tx) => {
        for (const { id } of due) await this.wakeOne(tx, id);
      });
    }
  }

  private async wakeOne(tx: Tx, id: string): Promise<void> {
    const before = await this.mover.hold(tx, id);
    if (!before || !(await isOverdue(tx, before))) return;
    const reason = `Promised for ${before.promisedOn}; nothing came`;
    const after = await this.mover.move(tx, before, { act: 'woke', stage: 'silent', needs: reason, reason });
    if (!after) throw new Error('A case that is held was changed by somebody else.');
    tx.append(FollowUpWoke, { id, data: { caseId: id }, rows: [effectOf(followUpRow, before, after, reason)], reason });
  }
}

const ANSWERED = 'The payer decided on the claim';
const REJECTED = 'The claim came back rejected';

/** Somebody may have got a new promise since the chore looked. */
const isOverdue = async (tx: Tx, { id }: FollowUpRow): Promise<boolean> =>
  (await overduePromises(tx, BATCH)).some((row) => row.id === id);
