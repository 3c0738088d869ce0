import { Controller, Get } from '@nestjs/common';
import { dayReport } from '@caseboard/contracts';
import { Asking, Endpoint, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { DayReportService } from './day-report.service.ts';
import { dayQuery } from './reports.queries.ts';
import type { DayQuery } from './reports.queries.ts';

/** The end of a day. */
@Controller('api/v1/reports/day')
export class DayController {
  constructor(private readonly days: DayReportService) {}

  @Get()
  @Endpoint({
    id: 'reports.day',
    permission: 'reports.day.read',
    summary: 'Done, left, promised, and what wakes: one’s own day, or for a lead anybody’s.',
    query: dayQuery,
    reply: dayReport,
  })
  read(@Asking() caller: Caller, @Query() query: DayQuery) {
    return this.days.report(caller, query);
  }
}
