import type { INestApplicationContext } from '@nestjs/common';
import type { PayerRuleKind, User } from '@caseboard/contracts';
import { PayerDirectory, PayerRules } from '@caseboard/server/records';
import { sampleCaller } from './sample-caller.ts';

interface SampleRule {
  kind: PayerRuleKind;
  days: number;
  source: string;
}

/** Deadlines of the invented payers; Medicare's are those of 42 CFR 405.942 and 424.44. */
const PAYERS: Record<string, { name: string; rules: SampleRule[] }> = {
  PSH01: {
    name: 'Prairie Shield PPO',
    rules: [
      { kind: 'appeal', days: 65, source: 'Prairie Shield provider manual, section 9.2' },
      { kind: 'corrected-claim', days: 45, source: 'Prairie Shield provider manual, section 7.4' },
      { kind: 'records', days: 30, source: 'Prairie Shield provider manual, section 8.1' },
      { kind: 'timely-filing', days: 180, source: 'Prairie Shield provider manual, section 7.1' },
      { kind: 'follow-up', days: 30, source: 'Prairie Shield provider manual, section 7.6' },
    ],
  },
  MEDB5: {
    name: 'Medicare B',
    rules: [
      { kind: 'appeal', days: 120, source: '42 CFR 405.942(a)' },
      { kind: 'corrected-claim', days: 365, source: '42 CFR 424.44' },
      { kind: 'records', days: 45, source: 'Medicare Program Integrity Manual, chapter 3' },
      { kind: 'timely-filing', days: 365, source: '42 CFR 424.44' },
    ],
  },
  SUM22: {
    name: 'Summit Advantage',
    rules: [
      { kind: 'appeal', days: 60, source: 'Summit Advantage contract, exhibit C' },
      { kind: 'corrected-claim', days: 40, source: 'Summit Advantage contract, exhibit C' },
      { kind: 'timely-filing', days: 120, source: 'Summit Advantage contract, exhibit B' },
    ],
  },
  NLH07: {
    name: 'Northlake HMO',
    rules: [
      { kind: 'appeal', days: 30, source: 'Northlake HMO provider handbook, chapter 11' },
      { kind: 'corrected-claim', days: 21, source: 'Northlake HMO provider handbook, chapter 10' },
      { kind: 'timely-filing', days: 90, source: 'Northlake HMO provider handbook, chapter 9' },
      { kind: 'follow-up', days: 25, source: 'Northlake HMO provider handbook, chapter 9' },
    ],
  },
  SMCD1: {
    name: 'State Medicaid',
    rules: [
      { kind: 'appeal', days: 60, source: 'State Medicaid provider rules, 5160-1' },
      { kind: 'corrected-claim', days: 30, source: 'State Medicaid provider rules, 5160-1' },
      { kind: 'timely-filing', days: 365, source: 'State Medicaid provider rules, 5160-1' },
    ],
  },
};

/** Enters the sample payers and their dated rules through the same services as the administration page. */
export async function addSampleRules(app: INestApplicationContext, orgId: string, admin: User): Promise<void> {
  for (const [payerCode, { name, rules }] of Object.entries(PAYERS)) {
    const added = await app.get(PayerDirectory).add(sampleCaller(admin, orgId, 'payers.create'), { name, payerCode });
    for (const rule of rules) {
      const dated = { ...rule, counts: 'calendar', effectiveFrom: '2024-01-01' } as const;
      await app.get(PayerRules).add(sampleCaller(admin, orgId, 'payers.rules.create'), added.id, dated);
    }
  }
}
