import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ExportRegistry } from '@caseboard/server/kernel';
import { ArAgingService } from './ar-aging.service.ts';
import { DayReportService } from './day-report.service.ts';
import { DayController } from './day.controller.ts';
import { DenialReportService } from './denial-report.service.ts';
import {
  exportedAging,
  exportedAgingRows,
  exportedDenialReport,
  exportedDenialRows,
  exportedQueryRows,
} from './exported-reports.ts';
import { QueryReportService } from './query-report.service.ts';
import { ReportsController } from './reports.controller.ts';

/** Reports over the views modules publish in the schema `reporting`; imports no module whose rows it counts. */
@Module({
  controllers: [ReportsController, DayController],
  providers: [ArAgingService, DayReportService, DenialReportService, QueryReportService],
})
export class ReportsModule implements OnModuleInit {
  constructor(
    private readonly exports: ExportRegistry,
    private readonly aging: ArAgingService,
    private readonly denials: DenialReportService,
    private readonly queries: QueryReportService,
  ) {}

  onModuleInit(): void {
    this.exports.register(exportedAging(this.aging));
    this.exports.register(exportedAgingRows(this.aging));
    this.exports.register(exportedDenialReport(this.denials));
    this.exports.register(exportedDenialRows(this.denials));
    this.exports.register(exportedQueryRows(this.queries));
  }
}
