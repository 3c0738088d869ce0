import { arAging, dayReport, denialReport, pageOf, queryReport, reportRow } from '@caseboard/contracts';
import type { ArAging, DayReport, DenialReport, Page, QueryReport, ReportRow } from '@caseboard/contracts';
import { api } from '@caseboard/web/kernel';
import type { RowsAsk } from './rows-ask.rules.ts';

const rows = pageOf(reportRow);
const PAGE_ROWS = 100;

export const readAging = (signal: AbortSignal): Promise<ArAging> => api.get('/reports/ar-aging', arAging, { signal });

export const readDenials = (signal: AbortSignal): Promise<DenialReport> =>
  api.get('/reports/denials', denialReport, { signal });

export const readQueries = (signal: AbortSignal): Promise<QueryReport> =>
  api.get('/reports/queries', queryReport, { signal });

/** A page of what a number is made of. */
export const readRows = ({ report, query }: RowsAsk, cursor: string | undefined): Promise<Page<ReportRow>> =>
  api.get(`/reports/${report}/rows`, rows, { query: { ...query, limit: PAGE_ROWS, cursor } });

/** A person's day; `on` and the person are today and oneself unless given. */
export const readDay = (ask: { on?: string; userId?: string }, signal: AbortSignal): Promise<DayReport> =>
  api.get('/reports/day', dayReport, { query: ask, signal });
