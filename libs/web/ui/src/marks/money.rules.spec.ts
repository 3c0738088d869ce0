import { formatCount, formatMoney } from './money.rules.ts';

describe('money on a screen', () => {
  it('writes cents with two decimals and no sign in grids', () => {
    expect(formatMoney(1148000)).toBe('11,480.00');
    expect(formatMoney(5)).toBe('0.05');
  });

  it('writes the dollar sign on cards and whole dollars in totals', () => {
    expect(formatMoney(237500, 'dollars')).toBe('$2,375.00');
    expect(formatMoney(10529100, 'whole-dollars')).toBe('$105,291');
  });

  it('uses a true minus before the sign', () => {
    expect(formatMoney(-2500, 'dollars')).toBe('\u2212$25.00');
    expect(formatCount(-1284)).toBe('\u22121,284');
  });
});
