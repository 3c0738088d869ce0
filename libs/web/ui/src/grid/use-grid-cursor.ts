import { useRef, useState } from 'react';
import { findRowIndex, idsBetween, withIds } from './grid.rules.ts';
import type { DataGridProps } from './grid.types.ts';

/** The cursor row and the selection, with the moves that keyboard and mouse make on them. */
export function useGridCursor<Row>(props: DataGridProps<Row>) {
  const { rows, getRowId, cursorId, onCursorChange, selectedIds, onSelectedChange } = props;
  const [seen, setSeen] = useState<{ id: string | null; index: number }>({ id: null, index: 0 });
  const id = cursorId === undefined ? seen.id : cursorId;
  const rangeStart = useRef<number | null>(null);
  const index = findRowIndex(rows, getRowId, id, seen.index);

  const moveTo = (target: number): number => {
    const to = Math.max(0, Math.min(rows.length - 1, target));
    const row = rows[to];
    if (row === undefined) return -1;
    setSeen({ id: getRowId(row), index: to });
    onCursorChange?.(getRowId(row), row);
    return to;
  };

  const select = (ids: readonly string[], isIn: boolean) =>
    onSelectedChange?.(withIds(selectedIds ?? new Set(), ids, isIn));

  const toggle = (at: number, isRange: boolean) => {
    const row = rows[at];
    if (row === undefined) return;
    const isIn = !(selectedIds?.has(getRowId(row)) ?? false);
    const from = isRange ? (rangeStart.current ?? at) : at;
    rangeStart.current = at;
    select(idsBetween(rows, getRowId, from, at), isRange ? true : isIn);
  };

  const extend = (by: number): number => {
    const from = Math.max(0, index);
    const to = moveTo(from + by);
    if (to >= 0) select(idsBetween(rows, getRowId, from, to), true);
    return to;
  };

  return { id, index, moveTo, toggle, extend, selectAll: (isIn: boolean) => select(rows.map(getRowId), isIn) };
}
