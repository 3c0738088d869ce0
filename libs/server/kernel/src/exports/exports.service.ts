import { Injectable } from '@nestjs/common';
import { MAX_PAGE } from '@caseboard/contracts';
import { parseInput } from '../access/handler-params.ts';
import type { Caller } from '../access/principal.ts';
import { Clock } from '../clock/clock.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { AppError, notFound } from '../errors/app-error.ts';
import { BYTE_ORDER_MARK, csvLines, csvRows, csvTitle } from './csv.rules.ts';
import { ExportRegistry } from './export-registry.ts';
import type { AnyList } from './export-registry.ts';

/** Most rows of one file. */
const MOST_ROWS = 50_000;
/** Files being made at once on a node: each holds its text until the end is known. */
const MOST_AT_ONCE = 3;

interface Gathered {
  text: string[];
  rows: number;
  from: number;
  to: number;
}

/** Takes a list along as CSV, as the person may see it. */
@Injectable()
export class Exports {
  private underWay = 0;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: ExportRegistry,
    private readonly clock: Clock,
  ) {}

  /**
   * The file of a list under its own query, in pieces. It is gathered page by page before the first piece is given, so
   * that nobody gets half a file that looks whole. Throws `export/too-large` above 50,000 rows, `access/forbidden`
   * without the list's own permission, `request/busy` while as many as a node makes are under way.
   */
  async file(caller: Caller, name: string, asked: unknown): Promise<string[]> {
    const list = this.registry.find(name);
    if (!list) throw notFound();
    await this.requireList(caller, list);
    const query = parseInput(list.query, asked) as Record<string, unknown>;
    const { limit: _limit, cursor: _cursor, ...filters } = query;
    if (this.underWay >= MOST_AT_ONCE) throw new AppError('request/busy', { retryAfterSeconds: 2 });
    this.underWay += 1;
    try {
      const gathered = await this.gather(caller, list, filters);
      await this.keep(caller, list, filters, gathered.rows);
      return [...this.head(caller, list, filters, gathered), ...gathered.text];
    } finally {
      this.underWay -= 1;
    }
  }

  private async gather(caller: Caller, list: AnyList, filters: Record<string, unknown>): Promise<Gathered> {
    const gathered: Gathered = { text: [], rows: 0, from: 0, to: 0 };
    let cursor: string | undefined;
    do {
      const page = await list.page(caller, {
        ...filters,
        limit: MAX_PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      });
      gathered.from = cursor === undefined ? page.asOf : gathered.from;
      gathered.to = page.asOf;
      gathered.rows += page.items.length;
      if (gathered.rows > MOST_ROWS) throw new AppError('export/too-large');
      gathered.text.push(csvRows(list.columns, page.items));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return gathered;
  }

  private head(
    caller: Caller,
    list: AnyList,
    filters: Record<string, unknown>,
    { rows, from, to }: Gathered,
  ): string[] {
    const { name: who } = caller.principal;
    return [
      BYTE_ORDER_MARK,
      csvTitle({ name: list.name, filters, from, to, at: this.clock.now(), who, rows }),
      csvLines([list.columns.map(({ head }) => head)]),
    ];
  }

  /** The audit names which filters were set, not to what: some are names of patients. */
  private async keep(caller: Caller, list: AnyList, filters: Record<string, unknown>, rows: number): Promise<void> {
    const details = { list: list.name, filters: Object.keys(filters), rows };
    await this.uow.read(caller, { action: 'export.view.read', kind: 'export', details }, async () => undefined);
  }

  private async requireList({ principal, traceId }: Caller, { permission, name }: AnyList): Promise<void> {
    if (principal.permissions.has(permission)) return;
    const audit = { action: permission, kind: 'export', details: { list: name } };
    const actor = `user:${principal.userId}` as const;
    await this.uow.refused({ orgId: principal.orgId, actor, traceId, audit }, 'access/forbidden');
    throw new AppError('access/forbidden');
  }
}
