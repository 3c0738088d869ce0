import { over90, percent } from './figures.rules.ts';

describe('figures over a report', () => {
  it('name a part of the whole with one decimal, and nothing of nothing', () => {
    expect(percent(146, 1000)).toBe('14.6%');
    expect(percent(1, 3)).toBe('33.3%');
    expect(percent(0, 0)).toBe('–');
  });

  it('count as older than 90 days what is 91 and more', () => {
    const buckets = (['0-30', '31-60', '61-90', '91-120', '120+'] as const).map((bucket, at) => ({
      bucket,
      claims: 1,
      cents: 10 ** at,
    }));
    expect(over90(buckets)).toBe(11_000);
  });
});
