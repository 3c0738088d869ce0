import { Injectable } from '@nestjs/common';
import { ClaimChanged, ClaimMade } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { patientMark } from '@caseboard/server/records';
import { buildClaim } from './claim-build.rules.ts';
import type { ClaimChart } from './claim-chart.types.ts';
import { ClaimCharts } from './claim-charts.service.ts';
import { ClaimEdits } from './claim-edits.service.ts';
import type { EditedClaim } from './claim-edits.service.ts';
import { lineageTo } from './claim-lineage.repository.ts';
import { replacing } from './claim-lineage.rules.ts';
import { pricedCodes } from './claim-lines.rules.ts';
import { recordMaking } from './claim-makings.repository.ts';
import { claimsShown } from './claim.row.ts';
import { feesOfCodes } from './fees.repository.ts';
import { ClaimVoids } from './claim-voids.service.ts';
import { nextClaimName } from './claim-name.ts';
import {
  holdClaimsOfEncounter,
  holdMadeClaims,
  insertMadeClaim,
  noteOnBuild,
  rewriteMadeClaim,
} from './made-claims.repository.ts';
import type { MadeHead, MadeWrite } from './made-claims.repository.ts';
import type { MadeClaim, MakingAct } from './made-claim.types.ts';

/** Makes the claim of a visit from its final codes, and makes it again while it has not left. */
@Injectable()
export class ClaimMaker {
  constructor(
    private readonly charts: ClaimCharts,
    private readonly edits: ClaimEdits,
    private readonly voids: ClaimVoids,
  ) {}

  /**
   * The codes of a visit are final, for the first time or again. A claim that left stays as it is: a person decides.
   * A visit whose claim was voided has none; new codes make a new one.
   */
  async finalized(tx: Tx, encounterId: string): Promise<void> {
    const chart = await this.charts.load(tx, encounterId);
    if (!chart) return;
    const { current, revision } = await holdClaimsOfEncounter(tx, encounterId);
    if (chart.revision <= revision) return;
    if (!current) return void (await this.make(tx, chart, null));
    if (current.sentAt) return this.noteLate(tx, current, chart);
    await this.again(tx, current, chart, 'built-again');
  }

  /** Something a draft waited for may have come: its price, its coverage, an NPI, the payer's number. */
  async retry(tx: Tx, claimId: string): Promise<void> {
    const [held] = await holdMadeClaims(tx, [claimId]);
    if (!held) return;
    await noteOnBuild(tx, held.id, null);
    if (held.sentAt) return;
    if (held.frequency === '8') return this.voids.again(tx, held);
    const chart = await this.charts.load(tx, held.encounterId);
    if (chart) await this.again(tx, held, chart, 'priced-again');
  }

  /** Makes the claim that replaces a held one, from the final codes as they are now; undefined when there are none. */
  async replace(tx: Tx, held: MadeClaim): Promise<MadeWrite | undefined> {
    const chart = await this.charts.load(tx, held.encounterId);
    return chart && this.make(tx, chart, held.id);
  }

  private async make(tx: Tx, chart: ClaimChart, replacesId: string | null): Promise<MadeWrite> {
    const write = await this.build(tx, { ...(await nextClaimName(tx)), replacesId }, chart);
    await insertMadeClaim(tx, write);
    await this.settle(tx, write, chart, replacesId === null ? 'made' : 'made-to-replace');
    tx.append(ClaimMade, {
      id: write.id,
      data: { claimId: write.id, encounterId: chart.encounterId },
      rows: [...(await claimsShown(tx, [write.id])).values()],
    });
    return write;
  }

  /** Writes the claim anew when that changes anything but the day. */
  private async again(tx: Tx, held: MadeClaim, chart: ClaimChart, act: MakingAct): Promise<void> {
    const write = await this.build(tx, held, chart);
    if (act === 'priced-again' && isSame(held.barriers, write.built.barriers)) return;
    await rewriteMadeClaim(tx, write);
    await this.settle(tx, write, chart, act);
    await this.changed(tx, held.id, chart.encounterId);
  }

  private async noteLate(tx: Tx, held: MadeClaim, chart: ClaimChart): Promise<void> {
    if ((await noteOnBuild(tx, held.id, chart.revision)) === 0) return;
    await recordMaking(tx, held.id, { ...held, act: 'changed-after-sent', revision: chart.revision, barriers: 0 });
    await this.edits.late(tx, edited(held, chart, held.chargeCents));
    await this.changed(tx, held.id, chart.encounterId);
  }

  private async changed(tx: Tx, claimId: string, encounterId: string): Promise<void> {
    const rows = [...(await claimsShown(tx, [claimId])).values()];
    tx.append(ClaimChanged, { id: claimId, data: { claimId, encounterId }, rows });
  }

  private async build(
    tx: Tx,
    { id, number, controlNumber, replacesId }: Pick<MadeClaim, 'id' | 'number' | 'controlNumber' | 'replacesId'>,
    chart: ClaimChart,
  ): Promise<MadeWrite> {
    const fees = await feesOfCodes(tx, pricedCodes(chart));
    const own = buildClaim(chart, fees, controlNumber);
    const lineage = replacesId === null ? undefined : await lineageTo(tx, replacesId, false);
    const built = lineage ? replacing(own, lineage, chart.payer?.id ?? null) : own;
    return { id, number, controlNumber, head: headOf(chart), built, lineage };
  }

  private async settle(tx: Tx, write: MadeWrite, chart: ClaimChart, act: MakingAct): Promise<void> {
    const { id, built, lineage } = write;
    const { barriers, chargeCents } = built;
    const otherClaimId = act === 'made-to-replace' ? lineage?.replacesId : undefined;
    const { revision } = chart;
    await recordMaking(tx, id, { act, revision, barriers: barriers.length, chargeCents, otherClaimId });
    await this.edits.settle(tx, edited(write, chart, chargeCents), barriers);
  }
}

const headOf = (chart: ClaimChart): MadeHead => ({
  encounterId: chart.encounterId,
  revision: chart.revision,
  payerId: chart.payer?.id ?? null,
  patientId: chart.patient.id,
  memberId: chart.memberId,
  facilityId: chart.facility?.id ?? null,
  serviceFrom: chart.startedOn,
  serviceTo: chart.endedOn ?? chart.startedOn,
});

const edited = (
  { id, number }: { id: string; number: string },
  chart: ClaimChart,
  amountCents: number,
): EditedClaim => ({
  id,
  number,
  facilityId: chart.facility?.id ?? null,
  patient: patientMark(chart.patient, chart.patient.mrn ?? chart.memberId),
  payer: chart.payer?.name ?? '',
  amountCents,
});

const isSame = (one: readonly string[], other: readonly string[]): boolean => one.join('\n') === other.join('\n');
