import * as fc from 'fast-check';
import { AppError } from '../errors/app-error.ts';
import { decodeCursor, encodeCursor, pageFrom } from './cursor.ts';

describe('a cursor', () => {
  it('gives back the key it was made from', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null))), (key) => {
        expect(decodeCursor(encodeCursor(key, { list: 'a' }), { list: 'a' })).toEqual(key);
      }),
    );
  });

  it('belongs to the filters of its list', () => {
    expect(() => decodeCursor(encodeCursor([1], { owner: 'me' }), { owner: 'none' })).toThrow(AppError);
  });

  it('is refused when somebody made it up', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor(text, {})).toThrow(AppError);
      }),
    );
  });

  it('ends with the last page', () => {
    const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];
    const key = (row: { id: number }) => [row.id];
    const same = (row: { id: number }) => row;
    expect(pageFrom(rows, 3, {}, key, same).nextCursor).toBeNull();
    const page = pageFrom(rows, 2, {}, key, same);
    expect(page.items).toEqual([{ id: 1 }, { id: 2 }]);
    expect(decodeCursor(page.nextCursor ?? undefined, {})).toEqual([2]);
  });
});
