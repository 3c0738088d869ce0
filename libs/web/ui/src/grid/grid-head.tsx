import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { RowData } from '@tanstack/react-table';
import { GridCheck } from './grid-check.tsx';
import type { GridTableHeader } from './grid-features.ts';
import type { GridSort } from './grid.types.ts';

/** Props of `GridHead`. */
export type GridHeadProps<Row extends RowData> = {
  headers: readonly GridTableHeader<Row>[];
  tracks: string;
  sort?: GridSort | undefined;
  onSort?: ((columnId: string) => void) | undefined;
  /** The state of the select-all box; without it there is none. */
  selection?: 'all' | 'some' | 'none' | undefined;
  onSelectAll: (isIn: boolean) => void;
};

/** The 28 px head, which stays while the rows scroll. */
export function GridHead<Row extends RowData>({
  headers,
  tracks,
  sort,
  onSort,
  selection,
  onSelectAll,
}: GridHeadProps<Row>) {
  return (
    <div className="cb-grid-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks }}>
      {selection !== undefined && (
        <span role="columnheader">
          <GridCheck
            label="Select all loaded"
            isTabStop
            isChecked={selection === 'all'}
            isMixed={selection === 'some'}
            onToggle={() => onSelectAll(selection !== 'all')}
          />
        </span>
      )}
      {headers.map((header) => (
        <HeadCell
          key={header.id}
          header={header}
          direction={sort?.columnId === header.id ? sort.direction : undefined}
          onSort={onSort}
        />
      ))}
    </div>
  );
}

type HeadCellProps<Row extends RowData> = {
  header: GridTableHeader<Row>;
  direction: 'asc' | 'desc' | undefined;
  onSort?: ((columnId: string) => void) | undefined;
};

function HeadCell<Row extends RowData>({ header, direction, onSort }: HeadCellProps<Row>) {
  const meta = header.column.columnDef.meta;
  const word = String(header.column.columnDef.header ?? '');
  const ariaSort = direction === undefined ? undefined : direction === 'asc' ? 'ascending' : 'descending';
  const Arrow = direction === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <span
      role="columnheader"
      className="cb-grid-head-cell"
      data-align={meta?.align}
      aria-sort={ariaSort}
      aria-label={word === '' ? meta?.label : undefined}
    >
      {meta?.isSortable && onSort !== undefined ? (
        <button type="button" onClick={() => onSort(header.column.id)}>
          {word}
          {direction !== undefined && <Arrow size={12} aria-hidden="true" />}
        </button>
      ) : (
        word
      )}
    </span>
  );
}
