import { Injectable } from '@nestjs/common';
import type { Tx } from '@caseboard/server/kernel';
import { Charts } from '@caseboard/server/records';
import type { ClaimChart } from './claim-chart.types.ts';

/** What a claim is built from, gathered from the chart, the payer and the facility. */
@Injectable()
export class ClaimCharts {
  constructor(private readonly charts: Charts) {}

  /** The visit with its final codes as they are now; undefined when it is not there or has none. */
  async load(tx: Tx, encounterId: string): Promise<ClaimChart | undefined> {
    const visit = (await this.charts.encountersOf(tx, [encounterId])).get(encounterId);
    if (!visit) return undefined;
    const { revision, codes } = await this.charts.codesOf(tx, encounterId);
    if (revision === 0) return undefined;
    return {
      encounterId,
      class: visit.class,
      startedOn: visit.startedOn,
      endedOn: visit.endedOn,
      facility: visit.facilityId === null ? null : await facilityOf(tx, visit.facilityId),
      clinicians: visit.clinicians,
      patient: await this.charts.patientFor(tx, visit.patientId),
      payer: visit.payerId === null ? null : await payerOf(tx, visit.payerId),
      memberId: visit.memberId,
      revision,
      codes,
    };
  }
}

async function facilityOf(tx: Tx, id: string): Promise<ClaimChart['facility']> {
  const rows = await tx.query<NonNullable<ClaimChart['facility']>>(
    'SELECT f.id, f.name, f.npi FROM identity.facility f WHERE f.org_id = $1 AND f.id = $2',
    [tx.orgId, id],
  );
  return rows[0] ?? null;
}

async function payerOf(tx: Tx, id: string): Promise<ClaimChart['payer']> {
  const rows = await tx.query<NonNullable<ClaimChart['payer']>>(
    'SELECT p.id, p.name, p.payer_code AS "payerCode" FROM records.payer p WHERE p.org_id = $1 AND p.id = $2',
    [tx.orgId, id],
  );
  return rows[0] ?? null;
}
