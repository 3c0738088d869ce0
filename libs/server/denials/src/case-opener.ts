import { Injectable } from '@nestjs/common';
import { DenialCaseOpened } from '@caseboard/contracts';
import type { ClaimDecision } from '@caseboard/server/billing';
import { effectOf } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { Payers } from '@caseboard/server/records';
import { WorkItems } from '@caseboard/server/worklist';
import { v7 as uuidv7 } from 'uuid';
import { caseMoves } from './case-moves.ts';
import { categoryOf, headlineOf } from './denial-category.rules.ts';
import { denialCaseRow } from './denial-case.row.ts';
import type { DenialCaseRow, DenialRow } from './denial-case.types.ts';
import { findCaseOf, insertCase } from './denial-cases.repository.ts';
import { deadlineOf } from './denial-deadline.rules.ts';
import { insertDenials } from './denials.repository.ts';
import { clockOf, nextActOf, shownCode } from './next-act.rules.ts';

/** Makes a case of what a payer denied, and work of the case. */
@Injectable()
export class CaseOpener {
  constructor(
    private readonly payers: Payers,
    private readonly items: WorkItems,
  ) {}

  /** Opens the case of one claim in one remittance; one that is there already stays as it is. */
  async open(tx: Tx, decision: ClaimDecision): Promise<void> {
    if (decision.denials.length === 0 || (await findCaseOf(tx, decision.remittanceClaimId))) return;
    const caseId = uuidv7();
    const denials = decision.denials.map((denial) => denialRow(caseId, denial, decision.decidedOn));
    const opened = await this.openItem(tx, caseId, decision, denials);
    await insertCase(tx, opened);
    await insertDenials(tx, denials);
    await caseMoves.record(tx, [{ act: 'opened', after: opened }]);
    tx.append(DenialCaseOpened, {
      id: caseId,
      data: { caseId, remittanceId: decision.remittanceId, claimId: decision.claimId },
      rows: [effectOf(denialCaseRow, undefined, opened)],
    });
  }

  private async openItem(
    tx: Tx,
    caseId: string,
    decision: ClaimDecision,
    denials: readonly DenialRow[],
  ): Promise<DenialCaseRow> {
    const draft = await this.draft(tx, caseId, decision, denials);
    const item = await this.items.open(tx, {
      queueKey: 'denials',
      subjectType: 'denial',
      subjectId: caseId,
      number: draft.number,
      facilityId: draft.facilityId,
      code: shownCode(draft),
      needs: nextActOf(draft, draft.stage),
      patient: draft.patient,
      payer: draft.payerName,
      amountCents: draft.amountCents,
      dueOn: draft.dueOn,
      dueRule: draft.dueRule,
      openedAt: tx.now,
    });
    return {
      ...draft,
      isRestricted: item.isRestricted,
      itemId: item.id,
      itemVersion: item.version,
      priority: item.priority,
    };
  }

  /** The case before it has its work item. */
  private async draft(
    tx: Tx,
    caseId: string,
    decision: ClaimDecision,
    denials: readonly DenialRow[],
  ): Promise<DenialCaseRow> {
    const { category, group, carc, rarcs } = headlineOf(denials);
    const dueKind = clockOf({ category, carc, rarcs });
    const rules = (await this.payers.rulesOf(tx, [decision.payerId])).get(decision.payerId) ?? [];
    const {
      remittanceClaimId,
      remittanceId,
      remittanceNumber,
      claimId,
      claimNumber,
      payerId,
      payerName,
      facilityId,
      patient,
    } = decision;
    return {
      id: caseId,
      number: `DEN-${String(await tx.number('denial')).padStart(6, '0')}`,
      ...{
        remittanceClaimId,
        remittanceId,
        remittanceNumber,
        claimId,
        claimNumber,
        payerId,
        payerName,
        facilityId,
        patient,
      },
      isRestricted: false,
      stage: 'new',
      ...{ category, group, carc, rarcs },
      denialCount: denials.length,
      amountCents: denials.reduce((sum, denial) => sum + denial.amountCents, 0),
      deniedOn: decision.decidedOn,
      dueKind,
      ...deadlineOf(rules, dueKind, decision.decidedOn),
      itemId: '',
      itemVersion: 1,
      ownerId: null,
      priority: 0,
      movedBy: null,
      movedAt: null,
      rootCause: null,
      isPreventable: null,
      recoveredCents: null,
      version: 1,
    };
  }
}

function denialRow(caseId: string, denial: ClaimDecision['denials'][number], on: string): DenialRow {
  const { id, group, carc, rarcs, amountCents, lineNumber, procedure } = denial;
  return {
    id,
    caseId,
    group,
    carc,
    rarcs,
    amountCents,
    lineNumber,
    procedure,
    category: categoryOf({ carc, rarcs }, on),
  };
}
