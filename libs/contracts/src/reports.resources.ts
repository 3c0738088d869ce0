import * as z from 'zod/mini';
import { cents, id, plainDate, sequence } from './primitives.ts';

/** How a number came about: printed beside it. */
const figures = { asOf: sequence, on: plainDate, formula: z.string() };

export const AGING_BUCKETS = ['0-30', '31-60', '61-90', '91-120', '120+'] as const;
export const agingBucket = z.enum(AGING_BUCKETS);
export type AgingBucket = z.infer<typeof agingBucket>;

/** `GET /reports/ar-aging`: what payers still owe, by payer and age from the day the claim was sent. */
export const arAging = z.object({
  ...figures,
  rows: z.array(
    z.object({
      payerId: id,
      payerName: z.string(),
      buckets: z.array(z.object({ bucket: agingBucket, claims: z.int(), cents })),
      claims: z.int(),
      cents,
    }),
  ),
  totals: z.object({
    buckets: z.array(z.object({ bucket: agingBucket, claims: z.int(), cents })),
    claims: z.int(),
    cents,
    /** Credit balances, shown apart and never netted into a bucket. */
    creditCents: cents,
  }),
});
export type ArAging = z.infer<typeof arAging>;

/** `GET /reports/denials`: denied lines by CARC and payer. */
export const denialReport = z.object({
  ...figures,
  rows: z.array(
    z.object({
      carc: z.string(),
      words: z.string(),
      payerId: id,
      payerName: z.string(),
      denials: z.int(),
      open: z.int(),
      cents,
    }),
  ),
  totals: z.object({ denials: z.int(), open: z.int(), cents, claimsRemitted: z.int(), claimsDenied: z.int() }),
});
export type DenialReport = z.infer<typeof denialReport>;

export const QUERY_AGES = ['under-24h', '24-48h', '48-72h', 'over-72h'] as const;
/** `GET /reports/queries`: questions physicians have not answered, by age. */
export const queryReport = z.object({
  ...figures,
  rows: z.array(
    z.object({
      age: z.enum(QUERY_AGES),
      queries: z.int(),
      recipients: z.array(z.object({ userId: id, queries: z.int() })),
    }),
  ),
  totals: z.object({ open: z.int(), answered: z.int(), sent: z.int(), retracted: z.int() }),
});
export type QueryReport = z.infer<typeof queryReport>;

/** `GET /reports/:report/rows?…`: what one number is made of. `href` opens it in the application. */
export const reportRow = z.object({
  id: z.string(),
  number: z.string(),
  words: z.string(),
  payerName: z.nullable(z.string()),
  on: z.nullable(plainDate),
  ageDays: z.nullable(z.int()),
  cents: z.nullable(cents),
  href: z.string(),
});
export type ReportRow = z.infer<typeof reportRow>;

/** One line of the end of day: an item, what happened or is to happen, and where it opens. */
export const dayLine = z.object({
  id: z.string(),
  number: z.string(),
  words: z.string(),
  queueKey: z.string(),
  on: z.nullable(plainDate),
  amountCents: z.nullable(cents),
  href: z.string(),
});
export type DayLine = z.infer<typeof dayLine>;
const daySection = z.object({ count: z.int(), cents, lines: z.array(dayLine) });

/** `GET /reports/day?on=&userId=`: done, left, promised, what wakes tomorrow. One's own; a lead may ask for anybody's. */
export const dayReport = z.object({
  ...figures,
  userId: id,
  done: daySection,
  left: daySection,
  promised: daySection,
  wakes: daySection,
});
export type DayReport = z.infer<typeof dayReport>;
