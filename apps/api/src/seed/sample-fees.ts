import type { INestApplicationContext } from '@nestjs/common';
import { Fees } from '@caseboard/server/billing';
import { UnitOfWork } from '@caseboard/server/kernel';
import { sampleFees } from '@caseboard/samples';

const EFFECTIVE_FROM = '2025-01-01';

/** What the invented hospitals charge, without which no finalized chart becomes a claim that can be sent. */
export async function addSampleFees(app: INestApplicationContext, orgId: string): Promise<void> {
  const audit = { action: 'billing.fee.manage', kind: 'fee' };
  await app.get(UnitOfWork).actAs(orgId, 'rule:samples', audit, async (tx) => {
    await app.get(Fees).saveMany(
      tx,
      sampleFees().map((fee) => ({ ...fee, effectiveFrom: EFFECTIVE_FROM })),
    );
  });
}
