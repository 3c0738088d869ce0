import * as fc from 'fast-check';
import { LiveRows } from './live-rows.ts';

interface Row {
  id: string;
  text: string;
  owner?: string;
}
const idOf = (row: Row) => row.id;

describe('rows of a live list', () => {
  it('patches a row in place and drops one that left', () => {
    const rows = new LiveRows<Row>();
    rows.addPage(
      [
        { id: 'a', text: 'old' },
        { id: 'b', text: 'b' },
      ],
      5,
      idOf,
    );
    expect(rows.apply('put', 'a', { id: 'a', text: 'new' }, 7)).toBe(true);
    expect(rows.apply('leave', 'b', undefined, 7)).toBe(true);
    expect([...rows.all].map(([id, held]) => [id, held.body.text])).toEqual([['a', 'new']]);
  });

  it('never puts an older body back', () => {
    const rows = new LiveRows<Row>();
    rows.addPage([{ id: 'a', text: 'read at 9' }], 9, idOf);
    expect(rows.apply('put', 'a', { id: 'a', text: 'read at 7' }, 7)).toBe(false);
    rows.addPage([{ id: 'a', text: 'read at 3' }], 3, idOf);
    expect(rows.all.get('a')?.body.text).toBe('read at 9');
  });

  it('lets a row go that no longer passes the filter, and takes one that does now', () => {
    const rows = new LiveRows<Row>((row) => row.owner === 'me');
    rows.apply('put', 'a', { id: 'a', text: '', owner: 'me' }, 1);
    rows.apply('put', 'a', { id: 'a', text: '', owner: 'you' }, 2);
    rows.apply('put', 'b', { id: 'b', text: '', owner: 'me' }, 3);
    expect([...rows.all.keys()]).toEqual(['b']);
  });

  it('ends at the newest read, in whatever order reads arrive', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6, maxLength: 6 }), (order) => {
        const rows = new LiveRows<Row>();
        for (const asOf of order) rows.apply('put', 'a', { id: 'a', text: String(asOf) }, asOf);
        return rows.all.get('a')?.body.text === '6';
      }),
    );
  });
});
