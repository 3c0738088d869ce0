import type { Page, ReportRow } from '@caseboard/contracts';
import { pageFrom } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';

export const DEFAULT_PAGE = 50;

/** A page of rows behind a number: ids are made in the order things came, so they page. */
export async function rowsPage(tx: Tx, rows: ReportRow[], limit: number, filters: unknown): Promise<Page<ReportRow>> {
  const page = pageFrom(
    rows,
    limit,
    filters,
    (row) => [row.id],
    (row) => row,
  );
  return { ...page, asOf: await tx.head() };
}
