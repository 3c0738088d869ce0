import type { INestApplicationContext } from '@nestjs/common';
import { permissionsOf } from '@caseboard/contracts';
import type { PayerRuleKind, User } from '@caseboard/contracts';
import type { Caller } from '@caseboard/server/kernel';
import { PayerDirectory, PayerRules } from '@caseboard/server/records';
import { LAKESIDE } from '@caseboard/samples';

interface SampleRule {
  kind: PayerRuleKind;
  days: number;
  source: string;
}

/** Deadlines of the invented payers; Medicare's are those of 42 CFR 405.942 and 424.44. */
const RULES: Record<string, SampleRule[]> = {
  PSH01: [
    { kind: 'appeal', days: 65, source: 'Prairie Shield provider manual, section 9.2' },
    { kind: 'corrected-claim', days: 45, source: 'Prairie Shield provider manual, section 7.4' },
    { kind: 'records', days: 30, source: 'Prairie Shield provider manual, section 8.1' },
  ],
  MEDB5: [
    { kind: 'appeal', days: 120, source: '42 CFR 405.942(a)' },
    { kind: 'corrected-claim', days: 365, source: '42 CFR 424.44' },
    { kind: 'records', days: 45, source: 'Medicare Program Integrity Manual, chapter 3' },
  ],
  SUM22: [
    { kind: 'appeal', days: 60, source: 'Summit Advantage contract, exhibit C' },
    { kind: 'corrected-claim', days: 40, source: 'Summit Advantage contract, exhibit C' },
  ],
  NLH07: [
    { kind: 'appeal', days: 30, source: 'Northlake HMO provider handbook, chapter 11' },
    { kind: 'corrected-claim', days: 21, source: 'Northlake HMO provider handbook, chapter 10' },
  ],
  SMCD1: [
    { kind: 'appeal', days: 60, source: 'State Medicaid provider rules, 5160-1' },
    { kind: 'corrected-claim', days: 30, source: 'State Medicaid provider rules, 5160-1' },
  ],
};

/** What the sample administrator would send from the administration page. */
const callerFor = (admin: User, orgId: string, route: string): Caller => ({
  principal: {
    orgId,
    userId: admin.id,
    sessionId: admin.id,
    name: admin.name,
    initials: admin.initials,
    roles: admin.roles,
    permissions: permissionsOf(admin.roles),
    teamIds: [],
    facilityIds: [],
  },
  route,
  traceId: 'samples',
});

/** Enters the sample payers and their dated rules through the same services as the administration page. */
export async function addSampleRules(app: INestApplicationContext, orgId: string, admin: User): Promise<void> {
  for (const payer of LAKESIDE.payers) {
    const added = await app.get(PayerDirectory).add(callerFor(admin, orgId, 'payers.create'), { name: payer.name, payerCode: payer.code });
    for (const rule of RULES[payer.code] ?? []) {
      await app.get(PayerRules).add(callerFor(admin, orgId, 'payers.rules.create'), added.id, { ...rule, counts: 'calendar', effectiveFrom: '2024-01-01' });
    }
  }
}
