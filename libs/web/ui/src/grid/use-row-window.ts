import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, type RefObject } from 'react';

const headHeight = 28;

type WindowOptions<Row> = {
  scrollRef: RefObject<HTMLDivElement | null>;
  rows: readonly Row[];
  getRowId: (row: Row) => string;
  rowHeight: number;
  cursorIndex: number;
};

/** The rows near the viewport. The cursor row is always among them, so that keyboard focus never falls off the page. */
export function useRowWindow<Row>({ scrollRef, rows, getRowId, rowHeight, cursorIndex }: WindowOptions<Row>) {
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingEnd: headHeight,
    initialRect: { width: 1200, height: 900 },
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (cursorIndex < 0 || cursorIndex >= range.count || shown.includes(cursorIndex)) return shown;
      return cursorIndex < (shown[0] ?? 0) ? [cursorIndex, ...shown] : [...shown, cursorIndex];
    },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  useScrollAnchor({ scrollRef, rows, getRowId, rowHeight });
  return virtualizer;
}

/** Keeps the topmost visible row where it is when rows are added or removed above it. */
function useScrollAnchor<Row>({ scrollRef, rows, getRowId, rowHeight }: Omit<WindowOptions<Row>, 'cursorIndex'>) {
  const before = useRef(rows);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = rows;
    const pane = scrollRef.current;
    if (old === rows || pane === null || pane.scrollTop === 0) return;
    const at = Math.floor(pane.scrollTop / rowHeight);
    const anchor = old[at];
    if (anchor === undefined) return;
    const id = getRowId(anchor);
    const here = rows[at];
    if (here !== undefined && getRowId(here) === id) return;
    const now = rows.findIndex((row) => getRowId(row) === id);
    if (now >= 0) pane.scrollTop += (now - at) * rowHeight;
  }, [rows, getRowId, rowHeight, scrollRef]);
}
