import type { DenialCase } from '@caseboard/contracts';
import { caseDue, remarkOf, toCard } from './card.rules.ts';
import { closingOf } from './closing.rules.ts';

const aCase = (over: Partial<DenialCase> = {}): DenialCase => ({
  id: 'c1',
  number: 'DEN-000001',
  stage: 'new',
  category: 'authorization',
  group: 'CO',
  carc: '197',
  carcWords: 'Authorization missing',
  rarcs: [],
  denialCount: 1,
  amountCents: 1_148_000,
  claimId: null,
  claimNumber: 'CLM-004218',
  patient: 'RM ··4471',
  payerId: 'p1',
  payerName: 'Prairie Shield PPO',
  facilityId: null,
  remittanceId: 'r1',
  remittanceNumber: 'REM-000001',
  deniedOn: '2026-10-06',
  dueOn: '2026-12-05',
  dueRule: 'appeal, 60 days from the notice',
  ownerId: null,
  workItemId: 'w1',
  workItemVersion: 4,
  priority: 80,
  movedBy: null,
  movedAt: null,
  rootCause: null,
  isPreventable: null,
  recoveredCents: null,
  version: 2,
  ...over,
});
const context = {
  today: '2026-11-23',
  zone: 'CT',
  personOf: (id: string) => ({ id, name: `Name ${id}` }),
  here: new Map(),
  savingIds: new Set<string>(),
};

describe('a card', () => {
  it('shows the case in the column it stands in, its owner and who is on it', () => {
    const here = new Map([['c1', [{ id: 'jo', name: 'Jo Tran', presence: 'viewing' as const }]]]);
    const card = toCard(aCase({ ownerId: 'ben', stage: 'waiting' }), 'new', { ...context, here });
    expect(card).toMatchObject({
      stage: 'new',
      laneId: 'p1',
      code: 'CO-197',
      detail: 'CLM-004218, Prairie Shield PPO',
      owner: { id: 'ben' },
    });
    expect(card.due).toEqual({ daysLeft: 12, title: '5 Dec 2026, CT, appeal, 60 days from the notice' });
    expect(card.here).toHaveLength(1);
  });

  it('says the first remark, and how many denials it holds', () => {
    const rarcs = [{ code: 'M62', words: 'authorization number' }];
    expect(remarkOf(aCase({ rarcs }))).toBe('M62 authorization number');
    expect(remarkOf(aCase({ rarcs, denialCount: 3 }))).toBe('3 denials, M62 authorization number');
    expect(remarkOf(aCase())).toBe('appeal, 60 days from the notice');
    expect(remarkOf(aCase({ dueRule: null }))).toBe('No remark code');
  });

  it('waits for the payer once sent, and has no clock once closed', () => {
    expect(caseDue(aCase({ stage: 'submitted' }), '2026-11-23', 'CT')).toMatchObject({
      tier: 'paused',
      text: 'With payer',
    });
    expect(caseDue(aCase({ stage: 'closed' }), '2026-11-23', 'CT')).toEqual({ text: 'Closed' });
  });
});

describe('closing a case', () => {
  it('asks for one thing after the other', () => {
    expect(closingOf({ rootCause: ' ', isPreventable: undefined, recovered: '' })).toEqual({
      missing: 'Say the root cause',
    });
    expect(closingOf({ rootCause: 'Filed late', isPreventable: undefined, recovered: '' })).toEqual({
      missing: 'Say whether it was preventable',
    });
    expect(closingOf({ rootCause: 'Filed late', isPreventable: true, recovered: 'some' })).toEqual({
      missing: 'Write the dollars recovered, 0 for none',
    });
    expect(closingOf({ rootCause: ' Filed late ', isPreventable: false, recovered: '1,416' })).toEqual({
      closing: { rootCause: 'Filed late', isPreventable: false, recoveredCents: 141_600 },
    });
  });
});
