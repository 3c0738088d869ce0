import { Injectable } from '@nestjs/common';
import { AGING_BUCKETS } from '@caseboard/contracts';
import type { ArAging, Page, ReportRow } from '@caseboard/contracts';
import { decodeCursor, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { agingCells, agingRows } from './ar-aging.repository.ts';
import type { AgingCell } from './ar-aging.repository.ts';
import { localDay } from './local-day.repository.ts';
import { DEFAULT_PAGE, rowsPage } from './report-ask.ts';
import type { AgingRowsQuery } from './reports.queries.ts';

const FORMULA =
  'Owed by payers = insurance receivable + disputed receivable of each claim that was sent, from the ledger. ' +
  'Age = days from the day it was sent to today. A claim whose balance is below zero is a credit, shown apart and ' +
  'never netted. Not in it: what patients owe, coordination of benefits, and money of claims not on record.';

/** What payers still owe, by payer and age. */
@Injectable()
export class ArAgingService {
  constructor(private readonly uow: UnitOfWork) {}

  async report(caller: Caller): Promise<ArAging> {
    return this.uow.read(caller, { action: 'reports.report.read', kind: 'report', details }, async (tx) => {
      const day = await localDay(tx);
      const cells = await agingCells(tx, day, caller.principal.facilityIds);
      return { ...asTable(cells), asOf: await tx.head(), on: day.on, formula: FORMULA };
    });
  }

  /** The claims one number is made of. */
  async rows(caller: Caller, query: AgingRowsQuery): Promise<Page<ReportRow>> {
    const { limit = DEFAULT_PAGE, cursor, payer = null, bucket = null, balance = 'owed' } = query;
    const filters = { list: 'ar-aging', payer, bucket, balance };
    const [after = null] = decodeCursor(cursor, filters) ?? [];
    return this.uow.read(caller, { action: 'reports.report.read', kind: 'report', details }, async (tx) => {
      const rows = await agingRows(tx, await localDay(tx), {
        ...{ payerId: payer, bucket, balance, afterId: after === null ? null : String(after) },
        ...{ facilityIds: caller.principal.facilityIds, limit: limit + 1 },
      });
      return rowsPage(tx, rows, limit, filters);
    });
  }
}

const details = { report: 'ar-aging' };

/** Cells as a table: a row for each payer who owes anything, every bucket named, and their sums. */
function asTable(cells: readonly AgingCell[]): Pick<ArAging, 'rows' | 'totals'> {
  const owed = cells.filter(({ bucket }) => bucket !== null);
  const rows = [...Map.groupBy(owed, ({ payerId }) => payerId)].map(([payerId, of]) => ({
    payerId,
    payerName: of[0]?.payerName ?? '',
    ...lineOf(of),
  }));
  const creditCents = -cells.reduce((sum, { bucket, cents }) => (bucket === null ? sum + cents : sum), 0);
  return { rows, totals: { ...lineOf(owed), creditCents: creditCents + 0 } };
}

function lineOf(cells: readonly AgingCell[]) {
  const sum = (of: readonly AgingCell[]) => ({
    claims: of.reduce((total, { claims }) => total + claims, 0),
    cents: of.reduce((total, { cents }) => total + cents, 0),
  });
  const buckets = AGING_BUCKETS.map((bucket) => ({ bucket, ...sum(cells.filter((cell) => cell.bucket === bucket)) }));
  return { buckets, ...sum(cells) };
}
