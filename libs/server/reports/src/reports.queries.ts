import { agingBucket, id, pageQuery, plainDate, QUERY_AGES } from '@caseboard/contracts';
import * as z from 'zod/mini';

/** `GET /reports/ar-aging/rows`: claims of one payer, one bucket, or both; or those with a credit balance. */
export const agingRowsQuery = z.strictObject({
  ...pageQuery,
  payer: z.optional(id),
  bucket: z.optional(agingBucket),
  balance: z.optional(z.enum(['owed', 'credit'])),
});
export type AgingRowsQuery = z.output<typeof agingRowsQuery>;

/** `GET /reports/denials`: denials dated within these days, both included. */
const span = { from: z.optional(plainDate), to: z.optional(plainDate) };
export const denialReportQuery = z.strictObject(span);
export type DenialReportQuery = z.output<typeof denialReportQuery>;

/** `GET /reports/denials/rows`. */
export const denialRowsQuery = z.strictObject({
  ...pageQuery,
  ...span,
  carc: z.optional(z.string().check(z.regex(/^[A-Z0-9]{1,6}$/))),
  payer: z.optional(id),
  stage: z.optional(z.literal('open')),
});
export type DenialRowsQuery = z.output<typeof denialRowsQuery>;

/** `GET /reports/queries/rows`: questions by how long they wait, whom they wait for, or how they ended. */
export const queryRowsQuery = z.strictObject({
  ...pageQuery,
  age: z.optional(z.enum(QUERY_AGES)),
  recipient: z.optional(id),
  state: z.optional(z.enum(['open', 'answered', 'retracted', 'sent'])),
});
export type QueryRowsQuery = z.output<typeof queryRowsQuery>;

/** `GET /reports/day`: today and oneself unless asked otherwise. */
export const dayQuery = z.strictObject({ on: z.optional(plainDate), userId: z.optional(id) });
export type DayQuery = z.output<typeof dayQuery>;
