import { AGING_BUCKETS } from '@caseboard/contracts';
import { agesOf, bucketOf, bucketSql } from './aging.rules.ts';

describe('the age of a claim', () => {
  it.each([
    [-1, '0-30'],
    [0, '0-30'],
    [30, '0-30'],
    [31, '31-60'],
    [60, '31-60'],
    [61, '61-90'],
    [90, '61-90'],
    [91, '91-120'],
    [120, '91-120'],
    [121, '120+'],
    [4000, '120+'],
  ])('of %i days stands in the bucket %s', (days, bucket) => {
    expect(bucketOf(days)).toBe(bucket);
  });

  it('opens to the same days as it counts', () => {
    for (let days = -3; days < 200; days += 1) {
      const holding = AGING_BUCKETS.filter((bucket) => {
        const { from, to } = agesOf(bucket);
        return days >= (from ?? -Infinity) && days <= (to ?? Infinity);
      });
      expect(holding).toEqual([bucketOf(days)]);
    }
  });

  it('is asked of the database in the words of the same table', () => {
    expect(bucketSql('age')).toBe(
      "CASE WHEN age <= 30 THEN '0-30' WHEN age <= 60 THEN '31-60' WHEN age <= 90 THEN '61-90' WHEN age <= 120 THEN '91-120' ELSE '120+' END",
    );
  });
});
