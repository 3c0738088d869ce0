import type { PayerRule } from '@caseboard/contracts';
import { inForceLine, inOrder, payerAnswersTo, ruleState, ruleWords } from './payer-rule-words.rules.ts';

const aRule = (change: Partial<PayerRule>): PayerRule => ({
  id: 'r',
  payerId: 'p',
  kind: 'appeal',
  days: 90,
  counts: 'calendar',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  source: 'Manual',
  version: 1,
  ...change,
});

describe('a dated rule in words', () => {
  it('is in force on its first and on its last day', () => {
    const year = aRule({ effectiveTo: '2026-12-31' });
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => ruleState(year, day))).toEqual([
      'planned',
      'in-force',
      'in-force',
      'ended',
    ]);
  });

  it('says what it gives and when', () => {
    expect(ruleWords(aRule({ days: 1, counts: 'business', effectiveTo: '2026-06-30' }))).toBe(
      'Appeal, 1 business day, 1 Jan 2026 to 30 Jun 2026',
    );
  });

  it('is listed by kind and newest first, and the line over a payer holds only what is in force', () => {
    const rules = [
      aRule({ kind: 'timely-filing', days: 365 }),
      aRule({ effectiveFrom: '2025-01-01', effectiveTo: '2025-12-31', days: 60 }),
      aRule({ counts: 'business' }),
    ];
    expect(inOrder(rules).map(({ days }) => days)).toEqual([90, 60, 365]);
    expect(inForceLine(rules, '2026-11-24')).toBe('Appeal 90 business, timely filing 365');
    expect(inForceLine([], '2026-11-24')).toBe('no rule in force');
  });
});

it('finds a payer by part of its name or the beginning of its id', () => {
  const payer = { name: 'Northlake HMO', payerCode: '60054' };
  expect(['lake', '600', ' hmo '].every((typed) => payerAnswersTo(payer, typed))).toBe(true);
  expect(payerAnswersTo(payer, '054')).toBe(false);
});
