import type { ReactNode } from 'react';

/** A column of a short table. */
export type AdminColumn<Row> = { id: string; header: string; align?: 'start' | 'end'; cell: (row: Row) => ReactNode };

/** Props of `AdminTable`. */
export type AdminTableProps<Row> = {
  label: string;
  columns: readonly AdminColumn<Row>[];
  rows: readonly Row[];
  getRowId: (row: Row) => string;
  /** Opens a row; its first cell becomes the button. */
  onOpen?: ((row: Row) => void) | undefined;
  /** Buttons at the end of each row. */
  rowActions?: (row: Row) => ReactNode;
  /** The row that is open beside the table. */
  chosenId?: string | undefined;
  empty?: ReactNode;
};

/** A short table for administration and reports: plain HTML, no virtual rows; for working lists use `DataGrid`. */
export function AdminTable<Row>({
  label,
  columns,
  rows,
  getRowId,
  onOpen,
  rowActions,
  chosenId,
  empty,
}: AdminTableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <div className="cb-admin-scroll">
      <table className="cb-table cb-admin" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.align === 'end' ? 'cb-num' : undefined}>
                {column.header}
              </th>
            ))}
            {rowActions !== undefined && (
              <th scope="col">
                <span className="cb-heard">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={getRowId(row)} data-row-id={getRowId(row)} data-chosen={getRowId(row) === chosenId || undefined}>
              {columns.map((column, at) => (
                <td key={column.id} className={column.align === 'end' ? 'cb-num' : undefined}>
                  {at === 0 && onOpen !== undefined ? (
                    <button type="button" className="cb-text-button" onClick={() => onOpen(row)}>
                      {column.cell(row)}
                    </button>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
              {rowActions !== undefined && <td className="cb-num">{rowActions(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
