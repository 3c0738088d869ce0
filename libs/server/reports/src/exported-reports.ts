import { AGING_BUCKETS } from '@caseboard/contracts';
import type { ArAging, DenialReport, ReportRow } from '@caseboard/contracts';
import type { ExportableList, ExportColumn } from '@caseboard/server/kernel';
import * as z from 'zod/mini';
import type { ArAgingService } from './ar-aging.service.ts';
import type { DenialReportService } from './denial-report.service.ts';
import type { QueryReportService } from './query-report.service.ts';
import { agingRowsQuery, denialReportQuery, denialRowsQuery, queryRowsQuery } from './reports.queries.ts';
import type { AgingRowsQuery, DenialReportQuery, DenialRowsQuery, QueryRowsQuery } from './reports.queries.ts';

type Once<Query> = Query & { limit?: number; cursor?: string };
const permission = 'reports.report.read';
const noQuery = z.strictObject({});

const rowColumns: readonly ExportColumn<ReportRow>[] = [
  { head: 'Number', value: (row) => row.number },
  { head: 'What', value: (row) => row.words },
  { head: 'Payer', value: (row) => row.payerName },
  { head: 'Date', value: (row) => row.on },
  { head: 'Age in days', value: (row) => row.ageDays },
  { head: 'Amount', value: (row) => row.cents, isCents: true },
];

/** A list asks for pages; a report is one page, and its query has no place for where to go on. */
const withoutPage = <Query extends object>({ limit: _limit, cursor: _cursor, ...query }: Once<Query>) => query;

/** The aging as it stands: a line for each payer. */
export const exportedAging = (aging: ArAgingService): ExportableList<Once<object>, ArAging['rows'][number]> => ({
  name: 'report-ar-aging',
  permission,
  query: noQuery,
  columns: [
    { head: 'Payer', value: (row) => row.payerName },
    { head: 'Claims', value: (row) => row.claims },
    ...AGING_BUCKETS.map((bucket) => ({
      head: `${bucket} days`,
      value: (row: ArAging['rows'][number]) => row.buckets.find((one) => one.bucket === bucket)?.cents ?? 0,
      isCents: true,
    })),
    { head: 'Owed', value: (row) => row.cents, isCents: true },
  ],
  page: async (caller) => {
    const { rows: items, asOf } = await aging.report(caller);
    return { items, nextCursor: null, asOf };
  },
});

/** Denials by CARC and payer. */
export const exportedDenialReport = (
  denials: DenialReportService,
): ExportableList<Once<DenialReportQuery>, DenialReport['rows'][number]> => ({
  name: 'report-denials',
  permission,
  query: denialReportQuery,
  columns: [
    { head: 'CARC', value: (row) => row.carc },
    { head: 'Words', value: (row) => row.words },
    { head: 'Payer', value: (row) => row.payerName },
    { head: 'Denials', value: (row) => row.denials },
    { head: 'Open', value: (row) => row.open },
    { head: 'Amount', value: (row) => row.cents, isCents: true },
  ],
  page: async (caller, query) => {
    const { rows: items, asOf } = await denials.report(caller, withoutPage(query));
    return { items, nextCursor: null, asOf };
  },
});

/** The claims behind a number of the aging. */
export const exportedAgingRows = (aging: ArAgingService): ExportableList<AgingRowsQuery, ReportRow> => ({
  name: 'report-ar-aging-rows',
  permission,
  query: agingRowsQuery,
  columns: rowColumns,
  page: (caller, query) => aging.rows(caller, query),
});

/** The denials behind a number. */
export const exportedDenialRows = (denials: DenialReportService): ExportableList<DenialRowsQuery, ReportRow> => ({
  name: 'report-denials-rows',
  permission,
  query: denialRowsQuery,
  columns: rowColumns,
  page: (caller, query) => denials.rows(caller, query),
});

/** The questions behind a number. */
export const exportedQueryRows = (queries: QueryReportService): ExportableList<QueryRowsQuery, ReportRow> => ({
  name: 'report-queries-rows',
  permission,
  query: queryRowsQuery,
  columns: rowColumns,
  page: (caller, query) => queries.rows(caller, query),
});
