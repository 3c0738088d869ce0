import fc from 'fast-check';
import { formatCents, parseCents, parseDateSpan, parsePlainDate, parseQuantity } from './index.ts';

describe('amounts', () => {
  it('are exact for every safe amount, written and read back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (cents) => expect(parseCents(formatCents(cents))).toBe(cents === 0 ? 0 : cents)),
    );
  });

  it('may leave out digits, carry a sign and trailing zeros', () => {
    const read = ['.5', '5.', '-.05', '+3', '0012.10', '12.3400', '-0', '100'].map(parseCents);
    expect(read).toEqual([50, 500, -5, 300, 1210, 1234, 0, 10000]);
  });

  it('are refused when they are no number, finer than a cent or beyond exact integers', () => {
    const bad = [
      '',
      '.',
      '-',
      '-.',
      '1,00',
      '1e3',
      '1..2',
      ' 1',
      '12.345',
      '--1',
      '90071992547409.92',
      '9'.repeat(400),
    ];
    expect(bad.map(parseCents)).toEqual(bad.map(() => undefined));
  });

  it('differ from quantities, which may be fractions', () => {
    expect(['1.9', '4', '-2', '', '.', 'x'].map(parseQuantity)).toEqual([1.9, 4, -2, undefined, undefined, undefined]);
  });
});

describe('dates', () => {
  it('are days that exist', () => {
    expect(['20240229', '20000229', '19000101', '20261231'].map(parsePlainDate)).toEqual([
      '2024-02-29',
      '2000-02-29',
      '1900-01-01',
      '2026-12-31',
    ]);
    const bad = [
      '20230229',
      '19000229',
      '20261301',
      '20260431',
      '20260100',
      '2026010',
      '202601011',
      '2026-1-1',
      '00000101',
      '',
    ];
    expect(bad.map(parsePlainDate)).toEqual(bad.map(() => undefined));
  });

  it('may be ranges or carry a time', () => {
    expect(parseDateSpan('20260101-20260131')).toEqual({ from: '2026-01-01', to: '2026-01-31' });
    expect(parseDateSpan('202601010830')).toEqual({ from: '2026-01-01', to: '2026-01-01' });
    expect(parseDateSpan('20260131-20260101')).toBeUndefined();
    expect(parseDateSpan('20260131-')).toBeUndefined();
  });
});
