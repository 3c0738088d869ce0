import { covers, endsBeforeItStarts, overlaps, ruleOn, ruleWords } from './payer-rule.rules.ts';

const span = (effectiveFrom: string, effectiveTo: string | null = null) => ({ effectiveFrom, effectiveTo });
const appeal = (days: number, effectiveFrom: string, effectiveTo: string | null = null) => ({
  kind: 'appeal' as const,
  days,
  ...span(effectiveFrom, effectiveTo),
});

describe('the days of a payer rule', () => {
  it('include both ends', () => {
    const march = span('2026-03-01', '2026-03-31');
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => covers(march, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('go on until further notice without an end', () => {
    expect(covers(span('2026-01-01'), '2199-01-01')).toBe(true);
  });

  it('may touch but not share a day', () => {
    const year = span('2025-01-01', '2025-12-31');
    expect(overlaps(year, span('2026-01-01'))).toBe(false);
    expect(overlaps(year, span('2025-12-31'))).toBe(true);
    expect(overlaps(span('2024-01-01'), year)).toBe(true);
    expect(overlaps(year, span('2025-06-01', '2025-06-30'))).toBe(true);
  });

  it('cannot end before they start', () => {
    expect(endsBeforeItStarts(span('2026-02-01', '2026-01-31'))).toBe(true);
    expect(endsBeforeItStarts(span('2026-02-01', '2026-02-01'))).toBe(false);
    expect(endsBeforeItStarts(span('2026-02-01'))).toBe(false);
  });
});

describe('the rule that counts on a day', () => {
  const rules = [appeal(180, '2024-01-01', '2025-12-31'), appeal(90, '2026-01-01')];

  it('is the one in force then, not the newest', () => {
    expect(ruleOn(rules, 'appeal', '2025-12-31')?.days).toBe(180);
    expect(ruleOn(rules, 'appeal', '2026-01-01')?.days).toBe(90);
  });

  it('is none before the first and none of another kind', () => {
    expect(ruleOn(rules, 'appeal', '2023-12-31')).toBeUndefined();
    expect(ruleOn(rules, 'records', '2026-01-01')).toBeUndefined();
  });

  it('reads as a sentence with its source', () => {
    const words = ruleWords({ kind: 'corrected-claim', days: 30, counts: 'business', source: 'contract 7.1' });
    expect(words).toBe('corrected claim within 30 business days (contract 7.1)');
  });
});
