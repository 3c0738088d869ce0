import { Injectable } from '@nestjs/common';
import { followUpMovesFrom } from '@caseboard/contracts';
import type { FollowUpCaseDetail } from '@caseboard/contracts';
import { notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Principal, Tx } from '@caseboard/server/kernel';
import { WorkItems } from '@caseboard/server/worklist';
import { hiddenFacilities } from './billing.access.ts';
import { openedClaim } from './claim-opened.ts';
import { visibleFollowUp } from './follow-up.access.ts';
import { followUpMoves } from './follow-up-moves.ts';
import { callsOf } from './payer-calls.repository.ts';
import { asFollowUpCard } from './follow-up.row.ts';
import { followUpTimeline } from './follow-up-timeline.rules.ts';
import type { FollowUpRow } from './follow-up.types.ts';

/** A case with everything behind it. */
@Injectable()
export class FollowUpDetails {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly items: WorkItems,
  ) {}

  /** Throws `request/not-found` when missing or not theirs to see. */
  async get(caller: Caller, id: string): Promise<FollowUpCaseDetail> {
    return this.uow.read(caller, { action: 'billing.follow-up.read', kind: 'follow-up-case', id }, async (tx) => {
      const of = await visibleFollowUp(tx, caller.principal, id);
      if (!of) throw notFound();
      return this.of(tx, caller.principal, of);
    });
  }

  /** A case this person may see, opened. */
  async of(tx: Tx, principal: Principal, of: FollowUpRow): Promise<FollowUpCaseDetail> {
    const claim = await openedClaim(tx, of.claimId, await hiddenFacilities(tx, principal));
    const [moves, calls] = [await followUpMoves.of(tx, of.id), await callsOf(tx, of.id)];
    const itemMoves = await this.items.historyOf(tx, of.itemId);
    return {
      ...asFollowUpCard(of),
      patientName: claim?.patientName ?? of.patient,
      calls: calls.map((call) => ({ ...call, at: call.at.toISOString() })),
      timeline: followUpTimeline({ of, moves, calls, itemMoves, claim: claim?.timeline ?? [] }),
      moves: followUpMovesFrom(of.stage),
    };
  }
}
