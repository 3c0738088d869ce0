import { Controller, Get } from '@nestjs/common';
import { arAging, denialReport, pageOf, queryReport, reportRow } from '@caseboard/contracts';
import { Asking, Endpoint, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { ArAgingService } from './ar-aging.service.ts';
import { DenialReportService } from './denial-report.service.ts';
import { QueryReportService } from './query-report.service.ts';
import { agingRowsQuery, denialReportQuery, denialRowsQuery, queryRowsQuery } from './reports.queries.ts';
import type { AgingRowsQuery, DenialReportQuery, DenialRowsQuery, QueryRowsQuery } from './reports.queries.ts';

const permission = 'reports.report.read';
const rows = pageOf(reportRow);

/** Numbers with their formula, and the rows each is made of. */
@Controller('api/v1/reports')
export class ReportsController {
  constructor(
    private readonly aging: ArAgingService,
    private readonly denials: DenialReportService,
    private readonly queries: QueryReportService,
  ) {}

  @Get('ar-aging')
  @Endpoint({ id: 'reports.arAging', permission, summary: 'What payers owe, by payer and age.', reply: arAging })
  arAging(@Asking() caller: Caller) {
    return this.aging.report(caller);
  }

  @Get('ar-aging/rows')
  @Endpoint({
    id: 'reports.arAgingRows',
    permission,
    summary: 'The claims a number of the aging is made of.',
    query: agingRowsQuery,
    reply: rows,
  })
  arAgingRows(@Asking() caller: Caller, @Query() query: AgingRowsQuery) {
    return this.aging.rows(caller, query);
  }

  @Get('denials')
  @Endpoint({
    id: 'reports.denials',
    permission,
    summary: 'Denials by CARC and payer, and the denial rate.',
    query: denialReportQuery,
    reply: denialReport,
  })
  denialsByCarc(@Asking() caller: Caller, @Query() query: DenialReportQuery) {
    return this.denials.report(caller, query);
  }

  @Get('denials/rows')
  @Endpoint({
    id: 'reports.denialRows',
    permission,
    summary: 'The denials a number is made of.',
    query: denialRowsQuery,
    reply: rows,
  })
  denialRows(@Asking() caller: Caller, @Query() query: DenialRowsQuery) {
    return this.denials.rows(caller, query);
  }

  @Get('queries')
  @Endpoint({ id: 'reports.queries', permission, summary: 'Open questions by age.', reply: queryReport })
  openQueries(@Asking() caller: Caller) {
    return this.queries.report(caller);
  }

  @Get('queries/rows')
  @Endpoint({
    id: 'reports.queryRows',
    permission,
    summary: 'The questions a number is made of.',
    query: queryRowsQuery,
    reply: rows,
  })
  queryRows(@Asking() caller: Caller, @Query() query: QueryRowsQuery) {
    return this.queries.rows(caller, query);
  }
}
