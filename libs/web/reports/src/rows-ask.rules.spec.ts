import { closePatch, hrefOfRows, openPatch, rowsAskOf } from './rows-ask.rules.ts';

const ask = { report: 'ar-aging', query: { payer: 'p1', bucket: '31-60' }, title: 'Medicare, 31-60 days' } as const;

describe('a number’s address', () => {
  it('opens the same list again', () => {
    const { search } = new URL(hrefOfRows(ask), 'http://x');
    expect(rowsAskOf(Object.fromEntries(new URLSearchParams(search)))).toEqual(ask);
  });

  it('keeps the filters of one report from another, and ignores what it does not know', () => {
    expect(rowsAskOf({ rows: 'queries', payer: 'p1', age: 'over-72h' })).toEqual({
      report: 'queries',
      query: { age: 'over-72h' },
      title: 'Rows',
    });
    expect(rowsAskOf({ rows: 'salaries' })).toBeUndefined();
    expect(rowsAskOf({})).toBeUndefined();
  });

  it('leaves nothing of the last list behind', () => {
    expect(openPatch({ report: 'denials', query: { carc: '197' }, title: 'CO-197' })).toMatchObject({
      payer: undefined,
      bucket: undefined,
      carc: '197',
      rows: 'denials',
    });
    expect(Object.values(closePatch).every((value) => value === undefined)).toBe(true);
  });
});
