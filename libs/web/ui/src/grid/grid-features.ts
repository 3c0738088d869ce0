import {
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  tableFeatures,
  type Header,
  type Row as TableRow,
  type RowData,
} from '@tanstack/react-table';
import type { GridColumn } from './grid.types.ts';

/** What a column carries besides its cell. */
export type ColumnMeta = {
  align: 'start' | 'end';
  isSortable: boolean;
  isIdentity: boolean;
  label: string;
  track: string;
};

/** Only what the grid uses of TanStack Table: order, cells and column visibility. Sorting and filtering are the server's. */
export const gridFeatures = tableFeatures({ columnVisibilityFeature, columnMeta: metaHelper<ColumnMeta>() });

/** The registered features as a type. */
export type GridFeatures = typeof gridFeatures;
/** A TanStack row of the grid. */
export type GridTableRow<Row extends RowData> = TableRow<GridFeatures, Row>;
/** A TanStack header of the grid. */
export type GridTableHeader<Row extends RowData> = Header<GridFeatures, Row, unknown>;

/** The page's columns as TanStack display columns; keep the result stable between renders. */
export function toTableColumns<Row extends RowData>(columns: readonly GridColumn<Row>[]) {
  const helper = createColumnHelper<GridFeatures, Row>();
  return columns.map((column) =>
    helper.display({
      id: column.id,
      header: column.header,
      cell: ({ row }) => column.cell(row.original),
      meta: {
        align: column.align ?? 'start',
        isSortable: column.isSortable ?? false,
        isIdentity: column.isIdentity ?? false,
        label: column.label ?? column.header,
        track: column.width === 'flex' ? 'minmax(160px, 1fr)' : `${column.width}px`,
      },
    }),
  );
}
