import type { Tx } from '@caseboard/server/kernel';
import { valuesOf } from './columns.ts';
import type { Columns } from './columns.ts';

/** Writes any number of rows with one statement; none when there is nothing to write. */
export async function bulkInsert<Row>(
  tx: Tx,
  table: { sql: string; columns: Columns<Row> },
  rows: readonly Row[],
): Promise<void> {
  if (rows.length > 0) await tx.execute(table.sql, [tx.orgId, ...valuesOf(table.columns, rows)]);
}
