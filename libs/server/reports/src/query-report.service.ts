import { Injectable } from '@nestjs/common';
import { QUERY_AGES } from '@caseboard/contracts';
import type { Page, QueryReport, ReportRow } from '@caseboard/contracts';
import { decodeCursor, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { localDay } from './local-day.repository.ts';
import { queryCells, queryRows, queryTotals } from './query-report.repository.ts';
import type { QueryCell } from './query-report.repository.ts';
import { DEFAULT_PAGE, rowsPage } from './report-ask.ts';
import type { QueryRowsQuery } from './reports.queries.ts';

const FORMULA =
  'Open = sent and neither answered nor taken back; a question sent back ("need more", "not my patient") is open until ' +
  'it is put again or taken back. Age = hours since it was asked. Answered holds those reviewed and closed since.';

const details = { report: 'queries' };

/** Questions physicians have not answered, by age. */
@Injectable()
export class QueryReportService {
  constructor(private readonly uow: UnitOfWork) {}

  async report(caller: Caller): Promise<QueryReport> {
    return this.uow.read(caller, { action: 'reports.report.read', kind: 'report', details }, async (tx) => {
      const { facilityIds } = caller.principal;
      const { on } = await localDay(tx);
      const cells = await queryCells(tx, facilityIds);
      const rows = QUERY_AGES.map((age) =>
        rowOf(
          age,
          cells.filter((cell) => cell.age === age),
        ),
      );
      return { asOf: await tx.head(), on, formula: FORMULA, rows, totals: await queryTotals(tx, facilityIds) };
    });
  }

  /** The questions one number is made of. */
  async rows(caller: Caller, query: QueryRowsQuery): Promise<Page<ReportRow>> {
    const { limit = DEFAULT_PAGE, cursor, age = null, recipient = null, state = 'open' } = query;
    const filters = { list: 'query-rows', age, recipient, state };
    const [after = null] = decodeCursor(cursor, filters) ?? [];
    return this.uow.read(caller, { action: 'reports.report.read', kind: 'report', details }, async (tx) => {
      const rows = await queryRows(tx, await localDay(tx), {
        ...{ age, recipientId: recipient, progress: state === 'sent' ? null : state },
        ...{ afterId: after === null ? null : String(after), facilityIds: caller.principal.facilityIds },
        limit: limit + 1,
      });
      return rowsPage(tx, rows, limit, filters);
    });
  }
}

function rowOf(age: (typeof QUERY_AGES)[number], cells: readonly QueryCell[]): QueryReport['rows'][number] {
  const queries = cells.reduce((sum, cell) => sum + cell.queries, 0);
  const recipients = cells.flatMap(({ recipientId, queries: count }) =>
    recipientId === null ? [] : [{ userId: recipientId, queries: count }],
  );
  return { age, queries, recipients };
}
