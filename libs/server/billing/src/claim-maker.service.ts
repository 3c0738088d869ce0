import { Injectable } from '@nestjs/common';
import { ClaimChanged, ClaimMade } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { patientMark } from '@caseboard/server/records';
import { v7 as uuidv7 } from 'uuid';
import { buildClaim } from './claim-build.rules.ts';
import type { ClaimChart } from './claim-chart.types.ts';
import { ClaimCharts } from './claim-charts.service.ts';
import { ClaimEdits } from './claim-edits.service.ts';
import type { EditedClaim } from './claim-edits.service.ts';
import { pricedCodes } from './claim-lines.rules.ts';
import { recordMaking } from './claim-makings.repository.ts';
import { claimsShown } from './claim.row.ts';
import { feesOfCodes } from './fees.repository.ts';
import { humanNumber } from './human-number.ts';
import { holdClaimOfEncounter, insertMadeClaim, noteOnBuild, rewriteMadeClaim } from './made-claims.repository.ts';
import type { MadeWrite } from './made-claims.repository.ts';
import type { MadeClaim, MakingAct } from './made-claim.types.ts';

/** Makes the claim of a visit from its final codes, and makes it again while it has not left. */
@Injectable()
export class ClaimMaker {
  constructor(
    private readonly charts: ClaimCharts,
    private readonly edits: ClaimEdits,
  ) {}

  /** The codes of a visit are final, for the first time or again. A claim that left stays as it is: a person decides. */
  async finalized(tx: Tx, encounterId: string): Promise<void> {
    const chart = await this.charts.load(tx, encounterId);
    if (!chart) return;
    const held = await holdClaimOfEncounter(tx, encounterId);
    if (!held) return this.make(tx, chart);
    if (chart.revision <= held.revision) return;
    if (held.sentAt) return this.noteLate(tx, held, chart);
    await this.again(tx, held, chart, 'built-again');
  }

  /** Something a draft waited for may have come: its price, its coverage, an NPI. */
  async retry(tx: Tx, encounterId: string): Promise<void> {
    const held = await holdClaimOfEncounter(tx, encounterId);
    const chart = held && (await this.charts.load(tx, encounterId));
    if (!held) return;
    await noteOnBuild(tx, held.id, null);
    if (chart && !held.sentAt) await this.again(tx, held, chart, 'priced-again');
  }

  private async make(tx: Tx, chart: ClaimChart): Promise<void> {
    const number = await tx.number('CLM');
    const name = {
      id: uuidv7(),
      number: humanNumber('CLM', number),
      controlNumber: `CB${String(number).padStart(8, '0')}`,
    };
    const write = await this.build(tx, name, chart);
    await insertMadeClaim(tx, write);
    await this.settle(tx, write, 'made');
    tx.append(ClaimMade, {
      id: write.id,
      data: { claimId: write.id, encounterId: chart.encounterId },
      rows: [...(await claimsShown(tx, [write.id])).values()],
    });
  }

  /** Writes the claim anew when that changes anything but the day. */
  private async again(tx: Tx, held: MadeClaim, chart: ClaimChart, act: MakingAct): Promise<void> {
    const write = await this.build(tx, held, chart);
    if (act === 'priced-again' && isSame(held.barriers, write.built.barriers)) return;
    await rewriteMadeClaim(tx, write);
    await this.settle(tx, write, act);
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

  private async build(tx: Tx, name: Pick<MadeWrite, 'id' | 'number' | 'controlNumber'>, chart: ClaimChart) {
    const fees = await feesOfCodes(tx, pricedCodes(chart));
    const { id, number, controlNumber } = name;
    return { id, number, controlNumber, chart, built: buildClaim(chart, fees, controlNumber) };
  }

  private async settle(tx: Tx, write: MadeWrite, act: MakingAct): Promise<void> {
    const { id, chart, built } = write;
    const { barriers, chargeCents } = built;
    await recordMaking(tx, id, { act, revision: chart.revision, barriers: barriers.length, chargeCents });
    await this.edits.settle(tx, edited(write, chart, chargeCents), barriers);
  }
}

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
