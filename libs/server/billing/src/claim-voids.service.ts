import { Injectable } from '@nestjs/common';
import { ClaimChanged, ClaimMade } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { patientMark } from '@caseboard/server/records';
import type { BuiltClaim, BuiltDiagnosis } from './claim-build.rules.ts';
import { ClaimEdits } from './claim-edits.service.ts';
import { lineageTo, sentContent, sentHead } from './claim-lineage.repository.ts';
import { voiding } from './claim-lineage.rules.ts';
import type { BuiltLine } from './claim-lines.rules.ts';
import { recordMaking } from './claim-makings.repository.ts';
import { nextClaimName } from './claim-name.ts';
import { claimsByIds, diagnosesOfClaim, linesOfClaim } from './claim-reads.repository.ts';
import { claimsShown } from './claim.row.ts';
import { insertMadeClaim, rewriteMadeClaim } from './made-claims.repository.ts';
import type { MadeWrite } from './made-claims.repository.ts';
import type { MadeClaim, MakingAct } from './made-claim.types.ts';

type Name = Pick<MadeWrite, 'id' | 'number' | 'controlNumber'>;

/** Makes claims that take back one that was sent (frequency 8): its own content under another number. */
@Injectable()
export class ClaimVoids {
  constructor(private readonly edits: ClaimEdits) {}

  /** Makes the void of a held claim. */
  async make(tx: Tx, held: MadeClaim): Promise<MadeWrite> {
    const write = await this.build(tx, await nextClaimName(tx), held.id, held.lateRevision ?? held.revision);
    await insertMadeClaim(tx, write);
    await this.settle(tx, write, 'made-to-void', held.id);
    tx.append(ClaimMade, { id: write.id, ...(await shown(tx, write)) });
    return write;
  }

  /** Writes a held void anew once the payer's number came. */
  async again(tx: Tx, held: MadeClaim): Promise<void> {
    if (held.replacesId === null) return;
    const write = await this.build(tx, held, held.replacesId, held.revision);
    if (write.built.barriers.length === held.barriers.length) return;
    await rewriteMadeClaim(tx, write);
    await this.settle(tx, write, 'priced-again');
    tx.append(ClaimChanged, { id: write.id, ...(await shown(tx, write)) });
  }

  private async build(tx: Tx, { id, number, controlNumber }: Name, voidedId: string, revision: number) {
    const lineage = await lineageTo(tx, voidedId, true);
    const { kind, ...head } = await sentHead(tx, voidedId);
    const lines = (await linesOfClaim(tx, voidedId)).map((line): BuiltLine => ({
      procedure: line.procedure,
      modifiers: line.modifiers,
      revenueCode: line.revenueCode,
      units: line.units,
      chargeCents: line.chargeCents,
      serviceFrom: line.serviceFrom ?? '',
      pointers: [],
      isPriced: true,
    }));
    const diagnoses = (await diagnosesOfClaim(tx, voidedId)).map((one): BuiltDiagnosis => ({
      role: one.role === 'principal' ? 'principal' : 'other',
      code: one.code,
      presentOnAdmission: one.presentOnAdmission,
    }));
    const sent = { kind, lines, diagnoses, chargeCents: lineage.chargeCents, content: await sentContent(tx, voidedId) };
    const built: BuiltClaim = voiding(sent, lineage, controlNumber);
    return { id, number, controlNumber, head: { ...head, revision }, built, lineage };
  }

  private async settle(tx: Tx, write: MadeWrite, act: MakingAct, otherClaimId?: string): Promise<void> {
    const { id, number, head, built } = write;
    const { barriers, chargeCents } = built;
    const { revision } = head;
    await recordMaking(tx, id, { act, revision, barriers: barriers.length, chargeCents, otherClaimId });
    const claim = (await claimsByIds(tx, [id], [])).get(id);
    if (!claim) throw new Error('The void that was just written is missing.');
    const { patientFirstName: firstName, patientLastName: lastName, memberId, payerName, facilityId } = claim;
    const patient = patientMark({ firstName, lastName }, memberId);
    await this.edits.settle(
      tx,
      { id, number, facilityId, patient, payer: payerName, amountCents: chargeCents },
      barriers,
    );
  }
}

async function shown(tx: Tx, { id, head }: MadeWrite) {
  const rows = [...(await claimsShown(tx, [id])).values()];
  return { data: { claimId: id, encounterId: head.encounterId }, rows };
}
