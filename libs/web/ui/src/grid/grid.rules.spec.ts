import { findRowIndex, gridActOf, idsBetween, selectionOf, withIds, type KeyPress } from './grid.rules.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const idOf = (row: { id: string }) => row.id;

describe('keys in the grid', () => {
  it('moves with J, K and arrows, and extends with Shift', () => {
    expect(gridActOf(press('j'), 20)).toEqual({ kind: 'move', by: 1, extends: false });
    expect(gridActOf(press('K', { shiftKey: true }), 20)).toEqual({ kind: 'move', by: -1, extends: true });
    expect(gridActOf(press('PageDown'), 20)).toEqual({ kind: 'move', by: 20, extends: false });
  });

  it('leaves the browser its own chords', () => {
    expect(gridActOf(press('k', { ctrlKey: true }), 20)).toBeUndefined();
    expect(gridActOf(press('ArrowLeft', { altKey: true }), 20)).toBeUndefined();
    expect(gridActOf(press('j', { metaKey: true }), 20)).toBeUndefined();
  });
});

describe('rows by id', () => {
  it('finds a row where it was, elsewhere, or not at all', () => {
    expect(findRowIndex(rows, idOf, 'b', 1)).toBe(1);
    expect(findRowIndex(rows, idOf, 'd', 1)).toBe(3);
    expect(findRowIndex(rows, idOf, 'gone', 1)).toBe(-1);
    expect(findRowIndex(rows, idOf, null, 0)).toBe(-1);
  });

  it('spans a range in either direction', () => {
    expect(idsBetween(rows, idOf, 3, 1)).toEqual(['b', 'c', 'd']);
    expect(idsBetween(rows, idOf, 0, 0)).toEqual(['a']);
  });
});

describe('selection', () => {
  it('is all only when every loaded row is in it', () => {
    expect(selectionOf(rows, idOf, new Set())).toBe('none');
    expect(selectionOf(rows, idOf, new Set(['a']))).toBe('some');
    expect(selectionOf(rows, idOf, new Set(['a', 'b', 'c', 'elsewhere']))).toBe('some');
    expect(selectionOf(rows, idOf, new Set(['a', 'b', 'c', 'd', 'elsewhere']))).toBe('all');
  });

  it('adds and takes away without touching the old set', () => {
    const before = new Set(['a']);
    expect([...withIds(before, ['b', 'c'], true)]).toEqual(['a', 'b', 'c']);
    expect([...withIds(before, ['a'], false)]).toEqual([]);
    expect(before.size).toBe(1);
  });
});
