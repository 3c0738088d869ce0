import * as z from 'zod/mini';
import { cents, id, instant, line, plainDate, version } from './primitives.ts';

/** `POST /submissions`: ready claims made here leave as 837 files, one file a kind and facility. */
export const submissionAsk = z.strictObject({ claimIds: z.array(id).check(z.minLength(1), z.maxLength(100)) });

/** A batch of claims written as one 837; the file is at `GET /submissions/:id/file`. */
export const submission = z.object({
  id,
  /** `SUB-000123`. */
  number: z.string(),
  kind: z.enum(['professional', 'institutional']),
  /** ISA13, what a 999 answers to. */
  controlNumber: z.string(),
  fileName: z.string(),
  claims: z.int(),
  chargeCents: cents,
  sentBy: z.string(),
  sentAt: instant,
  /** What the 999 said. */
  acknowledged: z.nullable(z.enum(['accepted', 'accepted-with-errors', 'rejected'])),
});
export type Submission = z.infer<typeof submission>;
export const submissionsMade = z.object({ items: z.array(submission) });

/** What the organisation charges for a code. Dated; the date of service picks. */
export const fee = z.object({
  id,
  code: z.string(),
  revenueCode: z.nullable(z.string()),
  cents: cents.check(z.minimum(1)),
  effectiveFrom: plainDate,
  version,
});
export type Fee = z.infer<typeof fee>;
export const feeWrite = z.strictObject({
  code: line(12),
  revenueCode: z.optional(z.nullable(z.string().check(z.regex(/^\d{4}$/)))),
  cents: cents.check(z.minimum(1), z.maximum(100_000_000)),
  effectiveFrom: plainDate,
});
/** `PATCH /fees/:id`: JSON merge patch. */
export const feePatch = z.partial(feeWrite);
