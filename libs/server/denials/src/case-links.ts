import { Injectable } from '@nestjs/common';
import { DenialCaseLinked, DenialCaseReversed } from '@caseboard/contracts';
import { ClaimDecisions } from '@caseboard/server/billing';
import { effectOf } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { Threads } from '@caseboard/server/threads';
import { WorkItems } from '@caseboard/server/worklist';
import { CaseMover } from './case-mover.ts';
import { caseMoves } from './case-moves.ts';
import { denialCaseRow } from './denial-case.row.ts';
import type { DenialCaseRow } from './denial-case.types.ts';
import { findCase, findCaseOf, linkCase } from './denial-cases.repository.ts';

const REVERSED = 'the payer took its decision back';

/** What later files do to a case: the payer takes its decision back, or the claim turns up. */
@Injectable()
export class CaseLinks {
  constructor(
    private readonly decisions: ClaimDecisions,
    private readonly mover: CaseMover,
    private readonly items: WorkItems,
    private readonly threads: Threads,
  ) {}

  /** Closes the case whose decision a reversal takes back; one that is closed stays as it was closed. */
  async reverse(tx: Tx, remittanceClaimId: string): Promise<void> {
    const reversal = (await this.decisions.load(tx, [remittanceClaimId])).get(remittanceClaimId);
    const before = reversal?.reversesId ? await this.hold(tx, reversal.reversesId) : undefined;
    if (!reversal || !before || before.stage === 'closed') return;
    const { rootCause, isPreventable, recoveredCents } = before;
    const closing = { rootCause, isPreventable, recoveredCents };
    const after = await this.mover.move(tx, before, { act: 'reversed', stage: 'closed', closing, reason: REVERSED });
    if (!after) throw new Error('A case that is held was changed by somebody else.');
    tx.append(DenialCaseReversed, {
      id: after.id,
      data: { caseId: after.id, remittanceId: reversal.remittanceId },
      rows: [effectOf(denialCaseRow, before, after, REVERSED)],
      reason: REVERSED,
    });
  }

  /** Gives a case the claim that came in after it. */
  async link(tx: Tx, remittanceClaimId: string): Promise<void> {
    const decision = (await this.decisions.load(tx, [remittanceClaimId])).get(remittanceClaimId);
    const before = await this.hold(tx, remittanceClaimId);
    if (!decision || !before || before.claimId === decision.claimId) return;
    const { claimId, claimNumber, patient, facilityId } = decision;
    const linked = await linkCase(tx, { ...before, claimId, claimNumber, patient, facilityId });
    if (!linked) throw new Error('A case that is held was changed by somebody else.');
    await caseMoves.record(tx, [{ act: 'linked', before, after: linked }]);
    await this.items.change(tx, 'denial', linked.id, { patient, facilityId });
    await this.threads.subjectChanged(tx, 'denial', linked.id);
    const after = (await findCase(tx, linked.id)) ?? linked;
    tx.append(DenialCaseLinked, {
      id: after.id,
      data: { caseId: after.id, claimId },
      rows: [effectOf(denialCaseRow, before, after)],
    });
  }

  private async hold(tx: Tx, remittanceClaimId: string): Promise<DenialCaseRow | undefined> {
    const seen = await findCaseOf(tx, remittanceClaimId);
    if (!seen) return undefined;
    await this.items.hold(tx, 'denial', [seen.id]);
    return findCaseOf(tx, remittanceClaimId);
  }
}
