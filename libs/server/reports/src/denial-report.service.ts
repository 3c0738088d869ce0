import { Injectable } from '@nestjs/common';
import type { DenialReport, Page, ReportRow } from '@caseboard/contracts';
import { CodeWords, decodeCursor, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { denialCells, denialRows, remitted } from './denial-report.repository.ts';
import { localDay } from './local-day.repository.ts';
import { DEFAULT_PAGE, rowsPage } from './report-ask.ts';
import type { DenialReportQuery, DenialRowsQuery } from './reports.queries.ts';

const FORMULA =
  'A denial = one group code and CARC on a claim or line that the payer denied; dated by its remittance. ' +
  'Open = its case is not closed. Denial rate (AR-5) = claims denied ÷ claims remitted, each decision of a payer ' +
  'once. Not in it: decisions the payer took back, and predeterminations.';

const details = { report: 'denials' };

/** Denied lines by CARC and payer. */
@Injectable()
export class DenialReportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly words: CodeWords,
  ) {}

  async report(caller: Caller, query: DenialReportQuery): Promise<DenialReport> {
    return this.uow.read(caller, { action: 'reports.report.read', kind: 'report', details }, async (tx) => {
      const { facilityIds } = caller.principal;
      const span = { from: query.from ?? null, to: query.to ?? null };
      const { on } = await localDay(tx);
      const cells = await denialCells(tx, span, facilityIds);
      const rows = cells.map((cell) => ({ ...cell, words: this.words.wordsOf('carc', cell.carc) }));
      const sum = (part: 'denials' | 'open' | 'cents') => rows.reduce((total, row) => total + row[part], 0);
      const claims = await remitted(tx, span, facilityIds);
      const totals = { denials: sum('denials'), open: sum('open'), cents: sum('cents'), ...claims };
      return { asOf: await tx.head(), on, formula: FORMULA, rows, totals };
    });
  }

  /** The denials one number is made of. */
  async rows(caller: Caller, query: DenialRowsQuery): Promise<Page<ReportRow>> {
    const { limit = DEFAULT_PAGE, cursor, from = null, to = null, carc = null, payer = null, stage = null } = query;
    const filters = { list: 'denial-rows', from, to, carc, payer, stage };
    const [after = null] = decodeCursor(cursor, filters) ?? [];
    return this.uow.read(caller, { action: 'reports.report.read', kind: 'report', details }, async (tx) => {
      const rows = await denialRows(tx, await localDay(tx), {
        ...{ from, to, carc, payerId: payer, isOpen: stage === 'open', limit: limit + 1 },
        ...{ afterId: after === null ? null : String(after), facilityIds: caller.principal.facilityIds },
      });
      const worded = rows.map(({ group, carc: code, stage: at, ...row }) => ({
        ...row,
        words: `${group}-${code} ${this.words.wordsOf('carc', code)}, ${at}`,
      }));
      return rowsPage(tx, worded, limit, filters);
    });
  }
}
