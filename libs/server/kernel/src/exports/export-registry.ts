import { Injectable } from '@nestjs/common';
import type { Page, Permission } from '@caseboard/contracts';
import type * as z from 'zod/mini';
import type { Caller } from '../access/principal.ts';

/** One column of a file: its heading and what stands under it. Whole numbers of cents become dollars with `isCents`. */
export interface ExportColumn<Row> {
  head: string;
  value(row: Row): string | number | null;
  isCents?: boolean;
}

/** A list that can be taken along as a file: the same query, page by page, through the same service and predicate. */
export interface ExportableList<Query extends { limit?: number | undefined; cursor?: string | undefined }, Row> {
  /** `work-items`, `denial-cases`: the list's path. */
  name: string;
  /** Of the list itself, beside `export.view.read`. */
  permission: Permission;
  query: z.core.$ZodType<Query>;
  columns: readonly ExportColumn<Row>[];
  page(caller: Caller, query: Query): Promise<Page<Row>>;
}

/** A list whose rows and query only it knows. */
export type AnyList = ExportableList<{ limit?: number | undefined; cursor?: string | undefined }, unknown>;

/** Where modules register the lists that may leave as CSV. */
@Injectable()
export class ExportRegistry {
  private readonly lists = new Map<string, AnyList>();

  register<Query extends { limit?: number | undefined; cursor?: string | undefined }, Row>(
    list: ExportableList<Query, Row>,
  ): void {
    if (this.lists.has(list.name)) throw new Error(`Exporting ${list.name} is registered twice.`);
    this.lists.set(list.name, list as unknown as AnyList);
  }

  find(name: string): AnyList | undefined {
    return this.lists.get(name);
  }
}
