import type { ReactNode } from 'react';

/** A column as the page describes it; the grid turns it into a TanStack column. */
export type GridColumn<Row> = {
  id: string;
  /** Word in the head; `label` when the head shows none. */
  header: string;
  label?: string;
  /** Pixels, or `flex` for the one column that takes what is left and may be cut. */
  width: number | 'flex';
  /** Numbers stand at the end. */
  align?: 'start' | 'end';
  isSortable?: boolean;
  /** Hides the column while the grid is narrower than this many pixels. */
  hideBelow?: number;
  /** The item's number: all that is left on a row that is leaving. */
  isIdentity?: boolean;
  cell: (row: Row) => ReactNode;
};

/** 28, 36 or 44 px a row. */
export type Density = 'compact' | 'regular' | 'comfy';

/** The order the rows came in. */
export type GridSort = { columnId: string; direction: 'asc' | 'desc' };

/** Pixels per row of a density. */
export const rowHeights: Record<Density, number> = { compact: 28, regular: 36, comfy: 44 };

/** What a page may ask a mounted grid to do, for keys pressed outside it. */
export type GridHandle = {
  /** Moves the cursor by rows and shows it. */
  moveCursor: (by: number) => void;
  /** Puts keyboard focus on the cursor row. */
  focus: () => void;
  scrollToRow: (id: string) => void;
};

/** Props of `DataGrid`. */
export type DataGridProps<Row> = {
  rows: readonly Row[];
  columns: readonly GridColumn<Row>[];
  getRowId: (row: Row) => string;
  /** How the row is called aloud, for instance `DEN-001903, due in 12 days`. */
  rowLabel: (row: Row) => string;
  /** What the grid is called aloud. */
  label: string;
  density?: Density;
  /** Rows in all, when more exist than are loaded. */
  totalCount?: number;
  hiddenColumns?: ReadonlySet<string>;
  sort?: GridSort | undefined;
  onSort?: (columnId: string) => void;
  cursorId?: string | null;
  onCursorChange?: (id: string, row: Row) => void;
  /** Enter or a click. */
  onOpen?: (row: Row) => void;
  /** Space. */
  onPeek?: (row: Row) => void;
  selectedIds?: ReadonlySet<string>;
  /** Gives the grid its checkbox column. */
  onSelectedChange?: (next: ReadonlySet<string>) => void;
  /** Rows that changed a moment ago: tinted while they are in the set (see `useChangedTint`). */
  changedIds?: ReadonlySet<string>;
  /** Rows about to go, by id, with the reason in words; they show nothing else. */
  leaving?: ReadonlyMap<string, string>;
  /** Rows somebody else holds: muted, never hidden. */
  isLocked?: (row: Row) => boolean;
  /** True while pointer or focus is inside: order must not change then. */
  onHandChange?: (isIn: boolean) => void;
  /** The end of what is loaded comes near. */
  onEndReached?: () => void;
  isLoading?: boolean;
  empty?: ReactNode;
  ref?: React.Ref<GridHandle>;
};
