import { useTable, type RowData } from '@tanstack/react-table';
import type { VirtualItem } from '@tanstack/react-virtual';
import { useMemo } from 'react';
import { gridFeatures, toTableColumns, type ColumnMeta } from './grid-features.ts';
import type { DataGridProps } from './grid.types.ts';

const flexMinimum = 160;
const gap = 12;
const gutters = 32;
const checkTrack = '16px';

/**
 * The TanStack table over the rows in view. It is given only those: its work then does not grow with the list,
 * and a change in row 40,000 costs nothing.
 */
export function useGridTable<Row extends RowData>(
  props: DataGridProps<Row>,
  items: readonly VirtualItem[],
  width: number,
) {
  const { rows, getRowId, columns, hiddenColumns, onSelectedChange } = props;
  const tableColumns = useMemo(() => toTableColumns(columns), [columns]);
  const columnVisibility = useMemo(() => {
    const fits = (hideBelow = 0) => width === 0 || width >= hideBelow;
    return Object.fromEntries(
      columns.map((column) => [column.id, fits(column.hideBelow) && !hiddenColumns?.has(column.id)]),
    );
  }, [columns, hiddenColumns, width]);
  const data = useMemo(() => items.map((item) => rows[item.index]).filter((row) => row !== undefined), [items, rows]);
  const table = useTable({
    features: gridFeatures,
    columns: tableColumns,
    data,
    getRowId,
    state: { columnVisibility },
  });

  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const metas = headers.map((header) => header.column.columnDef.meta).filter((meta) => meta !== undefined);
  const tracks = [...(onSelectedChange === undefined ? [] : [checkTrack]), ...metas.map((meta) => meta.track)];
  return {
    headers,
    tableRows: table.getRowModel().rows,
    tracks: tracks.join(' '),
    minWidth: minWidthOf(metas, tracks.length),
  };
}

function minWidthOf(metas: readonly ColumnMeta[], tracks: number): number {
  const pixels = metas.reduce((sum, meta) => sum + (Number.parseInt(meta.track, 10) || flexMinimum), 0);
  return pixels + (tracks > metas.length ? 16 : 0) + gap * Math.max(0, tracks - 1) + gutters;
}
