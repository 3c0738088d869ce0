import type { WrittenClaim } from '@caseboard/x12';
import type { BuiltClaim } from './claim-build.rules.ts';
import { replacing, replacingFrequency, voiding } from './claim-lineage.rules.ts';
import type { Lineage } from './claim-lineage.rules.ts';

const content = { controlNumber: 'CB2', frequency: '1', chargeCents: 500 } as WrittenClaim;
const built = (facts: Partial<BuiltClaim> = {}): BuiltClaim => ({
  kind: 'professional',
  lines: [],
  diagnoses: [],
  chargeCents: 500,
  barriers: [],
  unpriced: [],
  content,
  ...facts,
});
const to = (facts: Partial<Lineage> = {}): Lineage => ({
  replacesId: 'one',
  frequency: '7',
  reference: 'ICN1',
  payerId: 'payer',
  chargeCents: 500,
  ...facts,
});

describe('a claim that follows another', () => {
  it('names the payer’s number of the one it replaces', () => {
    expect(replacing(built(), to(), 'payer')).toMatchObject({
      barriers: [],
      content: { frequency: '7', originalReference: 'ICN1' },
    });
  });

  it('waits for that number, for the same payer, and for whatever else bars it', () => {
    const waiting = replacing(built({ barriers: ['No diagnosis'], content: null }), to({ reference: null }), 'other');
    expect(waiting.barriers).toEqual([
      'No diagnosis',
      'No payer claim number yet',
      'Another payer than the claim it replaces',
    ]);
    expect(replacing(built(), to({ reference: null }), 'payer').content).toBeNull();
  });

  it('is an original where the payer never had the one before', () => {
    expect(replacingFrequency('rejected')).toBe('1');
    expect([null, 'sent', 'payer-accepted'].map(replacingFrequency)).toEqual(['7', '7', '7']);
    const own = built();
    expect(replacing(own, to({ frequency: '1', reference: null }), 'other')).toEqual(own);
  });

  it.each([
    ['codes only', 500, ['D4']],
    ['codes and charges', 400, ['D9']],
  ])('says on a UB-04 that it changes %s', (_, before, conditionCodes) => {
    const { content: sent } = replacing(built({ kind: 'institutional' }), to({ chargeCents: before }), 'payer');
    expect(sent).toMatchObject({ conditionCodes });
  });

  it('takes the other back with its own content', () => {
    const sent = { ...built({ kind: 'institutional' }), content };
    expect(voiding(sent, to({ frequency: '8' }), 'CB3')).toMatchObject({
      barriers: [],
      content: { ...content, controlNumber: 'CB3', frequency: '8', originalReference: 'ICN1', conditionCodes: ['D6'] },
    });
    expect(voiding(sent, to({ frequency: '8', reference: null }), 'CB3')).toMatchObject({
      barriers: ['No payer claim number yet'],
      content: null,
    });
  });
});
