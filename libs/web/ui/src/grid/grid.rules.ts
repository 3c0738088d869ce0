/** What a key means in the grid; undefined leaves the key to the browser. */
export type GridAct =
  | { kind: 'move'; by: number; extends: boolean }
  | { kind: 'edge'; to: 'first' | 'last' }
  | { kind: 'inside'; by: 1 | -1 }
  | { kind: 'open' | 'peek' | 'toggle' };

/** The parts of a keyboard event that decide. */
export type KeyPress = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

const steps: Record<string, number> = { ArrowDown: 1, j: 1, J: 1, ArrowUp: -1, k: -1, K: -1 };
const plain: Record<string, GridAct> = {
  Enter: { kind: 'open' },
  ' ': { kind: 'peek' },
  x: { kind: 'toggle' },
  ArrowRight: { kind: 'inside', by: 1 },
  ArrowLeft: { kind: 'inside', by: -1 },
  Home: { kind: 'edge', to: 'first' },
  End: { kind: 'edge', to: 'last' },
};

/** Maps a key to its act; `page` is how many rows fit on screen. Shift with a move extends the selection. */
export function gridActOf(press: KeyPress, page: number): GridAct | undefined {
  if (press.metaKey || press.altKey || (press.ctrlKey && press.key !== 'Home' && press.key !== 'End')) return undefined;
  const step = steps[press.key];
  if (step !== undefined) return { kind: 'move', by: step, extends: press.shiftKey };
  if (press.key === 'PageDown') return { kind: 'move', by: page, extends: press.shiftKey };
  if (press.key === 'PageUp') return { kind: 'move', by: -page, extends: press.shiftKey };
  return press.shiftKey ? undefined : plain[press.key];
}

/** Index of the row with this id, looking first where it was last seen; -1 when it is gone. */
export function findRowIndex<Row>(
  rows: readonly Row[],
  getRowId: (row: Row) => string,
  id: string | null,
  hint: number,
): number {
  if (id === null) return -1;
  const near = rows[hint];
  if (near !== undefined && getRowId(near) === id) return hint;
  return rows.findIndex((row) => getRowId(row) === id);
}

/** The ids between two positions, both included, in row order. */
export function idsBetween<Row>(
  rows: readonly Row[],
  getRowId: (row: Row) => string,
  from: number,
  to: number,
): string[] {
  return rows.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1).map(getRowId);
}

/** A selection with these ids added, or taken away. */
export function withIds(selected: ReadonlySet<string>, ids: readonly string[], isIn: boolean): ReadonlySet<string> {
  const next = new Set(selected);
  for (const id of ids) {
    if (isIn) next.add(id);
    else next.delete(id);
  }
  return next;
}

/** Whether all, some or none of the loaded rows are selected. */
export function selectionOf<Row>(
  rows: readonly Row[],
  getRowId: (row: Row) => string,
  selected: ReadonlySet<string>,
): 'all' | 'some' | 'none' {
  if (selected.size === 0 || rows.length === 0) return 'none';
  return selected.size >= rows.length && rows.every((row) => selected.has(getRowId(row))) ? 'all' : 'some';
}
