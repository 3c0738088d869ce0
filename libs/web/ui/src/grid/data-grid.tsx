import type { RowData } from '@tanstack/react-table';
import { useEffect, useImperativeHandle, useRef, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { SkeletonRows } from '../feedback/skeleton-rows.tsx';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import { gridActOf, selectionOf, type GridAct } from './grid.rules.ts';
import { rowHeights, type DataGridProps } from './grid.types.ts';
import { focusInside, isControl, rowIndexOf } from './grid-dom.ts';
import { useGridCursor } from './use-grid-cursor.ts';
import { useGridTable } from './use-grid-table.ts';
import { useRowWindow } from './use-row-window.ts';
import { useTouchableDensity } from './use-touchable-density.ts';
import { useWidth } from './use-width.ts';

const none: ReadonlySet<string> = new Set();

/**
 * The working list: an ARIA grid of any length, one tab stop for its rows, J/K/arrows, Enter, Space, X,
 * Shift ranges, rows that patch in place. Only rows near the viewport exist. Keep `columns` stable.
 */
export function DataGrid<Row extends RowData>(props: DataGridProps<Row>) {
  const { rows, getRowId, selectedIds = none, changedIds = none, leaving, onHandChange, onEndReached } = props;
  const density = useTouchableDensity(props.density);
  const rowHeight = rowHeights[density];
  const scrollRef = useRef<HTMLDivElement>(null);
  const width = useWidth(scrollRef);
  const cursor = useGridCursor(props);
  const virtualizer = useRowWindow({ scrollRef, rows, getRowId, rowHeight, cursorIndex: cursor.index });
  const items = virtualizer.getVirtualItems();
  const { headers, tableRows, tracks, minWidth } = useGridTable(props, items, width);
  const followsFocus = useRef(false);

  const goTo = (index: number) => {
    if (index < 0) return;
    followsFocus.current = true;
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  const focusCursor = () =>
    scrollRef.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true });

  useEffect(() => {
    if (!followsFocus.current) return;
    followsFocus.current = false;
    focusCursor();
  });
  const lastShown = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 20) onEndReached?.();
  }, [lastShown, rows.length, onEndReached]);
  useImperativeHandle(props.ref, () => ({
    moveCursor: (by) => goTo(cursor.moveTo(cursor.index + by)),
    focus: focusCursor,
    scrollToRow: (id) =>
      virtualizer.scrollToIndex(
        Math.max(
          0,
          rows.findIndex((row) => getRowId(row) === id),
        ),
        { align: 'auto' },
      ),
  }));

  const perform = (act: GridAct, from: number) => {
    const row = rows[from];
    if (act.kind === 'move')
      goTo(
        act.extends && props.onSelectedChange
          ? cursor.extend(act.by)
          : cursor.moveTo(cursor.index < 0 ? from : cursor.index + act.by),
      );
    else if (act.kind === 'edge') goTo(cursor.moveTo(act.to === 'first' ? 0 : rows.length - 1));
    else if (act.kind === 'inside') focusInside(scrollRef.current, act.by);
    else if (act.kind === 'toggle') cursor.toggle(from, false);
    else if (row !== undefined) (act.kind === 'open' ? props.onOpen : props.onPeek)?.(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = gridActOf(event, Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 400) / rowHeight) - 2));
    const from = rowIndexOf(event.target);
    const isInControl = isControl(event.target) && (act?.kind === 'open' || act?.kind === 'peek');
    if (act === undefined || from < 0 || isInControl) return;
    event.preventDefault();
    event.stopPropagation();
    perform(act, from);
  };
  const onClick = (event: MouseEvent) => {
    const at = rowIndexOf(event.target);
    const row = rows[at];
    if (row === undefined || leaving?.has(getRowId(row))) return;
    if (event.target instanceof HTMLInputElement) return cursor.toggle(at, event.shiftKey);
    if (isControl(event.target)) return;
    cursor.moveTo(at);
    props.onOpen?.(row);
  };
  const onFocus = (event: FocusEvent) => {
    onHandChange?.(true);
    const at = rowIndexOf(event.target);
    if (at >= 0 && at !== cursor.index) cursor.moveTo(at);
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onHandChange?.(false);
  };

  const isSelectable = props.onSelectedChange !== undefined;
  const tabStop = Math.max(0, cursor.index);
  return (
    <div
      ref={scrollRef}
      className="cb-grid"
      role="grid"
      aria-label={props.label}
      aria-rowcount={(props.totalCount ?? rows.length) + 1}
      aria-multiselectable={isSelectable || undefined}
      aria-busy={props.isLoading || undefined}
      data-density={density}
      onKeyDown={onKeyDown}
      onPointerEnter={() => onHandChange?.(true)}
      onPointerLeave={(event) => onHandChange?.(event.currentTarget.contains(document.activeElement))}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      <div role="rowgroup" className="cb-grid-heads" style={{ minWidth }}>
        <GridHead
          headers={headers}
          tracks={tracks}
          sort={props.sort}
          onSort={props.onSort}
          selection={isSelectable ? selectionOf(rows, getRowId, selectedIds) : undefined}
          onSelectAll={cursor.selectAll}
        />
      </div>
      {rows.length === 0 && (props.isLoading ? <SkeletonRows columns={tracks} rowHeight={rowHeight} /> : props.empty)}
      <div
        role="rowgroup"
        className="cb-grid-rows"
        style={{ height: virtualizer.getTotalSize(), minWidth }}
        onClick={onClick}
      >
        {items.map((item, at) => {
          const tableRow = tableRows[at];
          if (tableRow === undefined) return null;
          const id = tableRow.id;
          return (
            <GridRow
              key={id}
              row={tableRow}
              rowId={id}
              index={item.index}
              top={item.start}
              height={rowHeight}
              tracks={tracks}
              columns={props.columns}
              label={props.rowLabel(tableRow.original)}
              isCursor={item.index === cursor.index}
              isTabStop={item.index === tabStop}
              isSelectable={isSelectable}
              isSelected={selectedIds.has(id)}
              isChanged={changedIds.has(id)}
              isLocked={props.isLocked?.(tableRow.original) ?? false}
              leavingReason={leaving?.get(id)}
            />
          );
        })}
      </div>
    </div>
  );
}
