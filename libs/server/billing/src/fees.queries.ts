import { pageQuery } from '@caseboard/contracts';
import * as z from 'zod/mini';

/** `GET /fees`: all, or those whose code begins with `text`. */
export const feesQuery = z.strictObject({
  ...pageQuery,
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(12))),
});
export type FeesQuery = z.output<typeof feesQuery>;
