import { Injectable } from '@nestjs/common';
import type { DenialCaseDetail } from '@caseboard/contracts';
import { carcWords, ClaimDecisions } from '@caseboard/server/billing';
import { notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { WorkItems } from '@caseboard/server/worklist';
import { caseMoves } from './case-moves.ts';
import { timelineOf } from './case-timeline.rules.ts';
import { asCard } from './denial-case.row.ts';
import type { DenialCaseRow, DenialRow } from './denial-case.types.ts';
import { movesFrom } from './denial-stage.rules.ts';
import { visibleCase } from './denials.access.ts';
import { denialsOf } from './denials.repository.ts';

/** A case with everything behind it. */
@Injectable()
export class DenialCaseDetails {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly decisions: ClaimDecisions,
    private readonly items: WorkItems,
  ) {}

  /** By the case's id or a denial's; throws `request/not-found` when missing or not theirs to see. */
  async get(caller: Caller, id: string): Promise<DenialCaseDetail> {
    return this.uow.read(caller, { action: 'denials.denial.read', kind: 'denial-case', id }, async (tx) => {
      const of = await visibleCase(tx, caller.principal, id);
      if (!of) throw notFound();
      tx.about(of.id);
      const decision = (await this.decisions.load(tx, [of.remittanceClaimId])).get(of.remittanceClaimId);
      return {
        ...asCard(of),
        patientName: decision?.patientName ?? of.patient,
        controlNumber: decision?.controlNumber ?? of.claimNumber,
        denials: (await denialsOf(tx, of.id)).map(shownDenial),
        timeline: await this.timeline(tx, of),
        moves: movesFrom(of.stage),
      };
    });
  }

  private async timeline(tx: Tx, of: DenialCaseRow) {
    const itemMoves = await this.items.historyOf(tx, of.itemId);
    return timelineOf({ of, moves: await caseMoves.of(tx, of.id), itemMoves });
  }
}

function shownDenial({
  id,
  group,
  carc,
  amountCents,
  lineNumber,
  procedure,
  category,
}: DenialRow): DenialCaseDetail['denials'][number] {
  const shown = { id, group: group as DenialCaseDetail['denials'][number]['group'], carc, words: carcWords(carc) };
  return { ...shown, amountCents, isDenial: true, lineNumber, procedure, category };
}
