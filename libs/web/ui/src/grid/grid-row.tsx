import { flexRender, type RowData } from '@tanstack/react-table';
import { memo } from 'react';
import { GridCheck } from './grid-check.tsx';
import type { GridTableRow } from './grid-features.ts';
import type { GridColumn } from './grid.types.ts';

/** Props of `GridRow`. */
export type GridRowProps<Row extends RowData> = {
  row: GridTableRow<Row>;
  rowId: string;
  index: number;
  top: number;
  height: number;
  tracks: string;
  label: string;
  isCursor: boolean;
  isTabStop: boolean;
  isSelected: boolean;
  isSelectable: boolean;
  isChanged: boolean;
  isLocked: boolean;
  leavingReason: string | undefined;
  /** The page's columns: a new array means every cell is drawn again. */
  columns: readonly GridColumn<Row>[];
};

function GridRowView<Row extends RowData>(props: GridRowProps<Row>) {
  const {
    row,
    rowId,
    index,
    top,
    height,
    tracks,
    label,
    isCursor,
    isTabStop,
    isSelected,
    isSelectable,
    leavingReason,
  } = props;
  return (
    <div
      role="row"
      className="cb-grid-row"
      data-row-id={rowId}
      data-index={index}
      data-cursor={isCursor || undefined}
      data-changed={props.isChanged || undefined}
      data-locked={props.isLocked || undefined}
      data-leaving={leavingReason === undefined ? undefined : true}
      aria-rowindex={index + 2}
      aria-selected={isSelectable ? isSelected : undefined}
      aria-label={leavingReason === undefined ? label : `${label}. ${leavingReason}`}
      tabIndex={isTabStop ? 0 : -1}
      style={{ height, transform: `translateY(${top}px)`, gridTemplateColumns: tracks }}
    >
      {isSelectable && (
        <span role="gridcell">
          {leavingReason === undefined && <GridCheck label={`Select ${label}`} isChecked={isSelected} />}
        </span>
      )}
      {leavingReason === undefined ? <Cells row={row} /> : <LeavingCells row={row} reason={leavingReason} />}
    </div>
  );
}

function Cells<Row extends RowData>({ row }: { row: GridTableRow<Row> }) {
  return row.getVisibleCells().map((cell) => (
    <span key={cell.id} role="gridcell" className="cb-grid-cell" data-align={cell.column.columnDef.meta?.align}>
      {flexRender(cell.column.columnDef.cell, cell.getContext())}
    </span>
  ));
}

function LeavingCells<Row extends RowData>({ row, reason }: { row: GridTableRow<Row>; reason: string }) {
  const identity = row.getVisibleCells().find((cell) => cell.column.columnDef.meta?.isIdentity);
  return (
    <span role="gridcell" className="cb-grid-cell cb-grid-leaving">
      {identity !== undefined && flexRender(identity.column.columnDef.cell, identity.getContext())}
      <span className="cb-cut">{reason}</span>
    </span>
  );
}

const isSame = <Row extends RowData>(a: GridRowProps<Row>, b: GridRowProps<Row>): boolean =>
  a.row.original === b.row.original &&
  (Object.keys(b) as (keyof GridRowProps<Row>)[]).every((key) => key === 'row' || Object.is(a[key], b[key]));

/** One row; drawn again only when its own data, place or marks change. */
export const GridRow = memo(GridRowView, isSame) as typeof GridRowView;
