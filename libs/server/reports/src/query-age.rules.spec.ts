import { agesOfQuery, ageSql } from './query-age.rules.ts';

describe('the age of a question', () => {
  it('begins at 24, 48 and 72 hours, each belonging to the older age', () => {
    expect(agesOfQuery('under-24h')).toEqual({ over: null, upTo: 24 });
    expect(agesOfQuery('24-48h')).toEqual({ over: 24, upTo: 48 });
    expect(agesOfQuery('48-72h')).toEqual({ over: 48, upTo: 72 });
    expect(agesOfQuery('over-72h')).toEqual({ over: 72, upTo: null });
  });

  it('is asked of the database in the words of the same table', () => {
    expect(ageSql('h')).toBe(
      "CASE WHEN h < 24 THEN 'under-24h' WHEN h < 48 THEN '24-48h' WHEN h < 72 THEN '48-72h' ELSE 'over-72h' END",
    );
  });
});
