import * as z from 'zod/mini';
import { sequence } from './primitives.ts';

/** Most rows a list may return at once. */
export const MAX_PAGE = 200;

/** Query of every list: keyset pages only. Extend it with the list's own filters. */
export const pageQuery = {
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_PAGE))),
  cursor: z.optional(z.string().check(z.maxLength(500))),
};

/** Reply of every list; `asOf` is where a subscription resumes. */
export const pageOf = <T extends z.core.$ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()), asOf: sequence });

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  asOf: number;
}
