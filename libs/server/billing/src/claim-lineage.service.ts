import { Injectable } from '@nestjs/common';
import { ClaimLineageDecided } from '@caseboard/contracts';
import type { Claim, LineageAsk } from '@caseboard/contracts';
import { AppError, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { hiddenFacilities } from './billing.access.ts';
import { ClaimEdits } from './claim-edits.service.ts';
import { ClaimMaker } from './claim-maker.service.ts';
import { recordMaking } from './claim-makings.repository.ts';
import { openedClaim } from './claim-opened.ts';
import { ClaimVoids } from './claim-voids.service.ts';
import { claimsShown } from './claim.row.ts';
import { holdMadeClaims, noteDecided } from './made-claims.repository.ts';
import type { MadeClaim, MakingAct } from './made-claim.types.ts';

const ACTS: Record<LineageAsk['decision'], MakingAct> = { replace: 'replaced', void: 'voided', 'no-change': 'kept' };

/** People decide what becomes of a sent claim whose codes changed (domain 2.1, REOPENED after BILLED). */
@Injectable()
export class ClaimLineage {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly maker: ClaimMaker,
    private readonly voids: ClaimVoids,
    private readonly edits: ClaimEdits,
  ) {}

  /**
   * Decides, once: a replacement from the codes as they are now, a void, or nothing. The claim as it is then comes back;
   * its `replacedById` names the new one. Whoever comes second meets `claim/no-decision-open` with the claim as the
   * first left it, which stands in for a version: claims have none. Throws `request/not-found` for one not theirs to see.
   */
  async decide(caller: Caller, id: string, ask: LineageAsk): Promise<Claim> {
    const audit = { action: 'billing.claim.send', kind: 'claim', id, details: { decision: ask.decision } };
    return this.uow.command(caller, audit, async (tx) => {
      const hidden = await hiddenFacilities(tx, caller.principal);
      const [held] = await holdMadeClaims(tx, [id]);
      const before = await openedClaim(tx, id, hidden);
      if (!before) throw notFound();
      if (!held || !before.pendingDecision) throw new AppError('claim/no-decision-open', { current: before });
      await this.carryOut(tx, held, ask);
      const after = await openedClaim(tx, id, hidden);
      if (!after) throw notFound();
      return after;
    });
  }

  private async carryOut(tx: Tx, held: MadeClaim, { decision, note }: LineageAsk): Promise<void> {
    const { id, encounterId, lateRevision, revision, chargeCents } = held;
    await noteDecided(tx, id);
    const newClaimId = await this.follow(tx, held, decision);
    const about = { note, otherClaimId: newClaimId ?? undefined };
    await recordMaking(tx, id, {
      ...{ act: ACTS[decision], revision: lateRevision ?? revision, barriers: 0, chargeCents },
      ...about,
    });
    await this.edits.decided(tx, id);
    tx.append(ClaimLineageDecided, {
      id,
      data: { claimId: id, encounterId, decision, newClaimId },
      rows: [...(await claimsShown(tx, [id])).values()],
    });
  }

  private async follow(tx: Tx, held: MadeClaim, decision: LineageAsk['decision']): Promise<string | null> {
    if (decision === 'no-change') return null;
    const made = decision === 'void' ? await this.voids.make(tx, held) : await this.maker.replace(tx, held);
    if (!made) throw new AppError('claim/no-decision-open');
    return made.id;
  }
}
