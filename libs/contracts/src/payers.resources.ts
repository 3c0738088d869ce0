import * as z from 'zod/mini';
import { id, line, plainDate, version } from './primitives.ts';

/** What a dated payer rule sets a deadline for. Source: the payer's contract or manual, named in `source`. */
export const PAYER_RULE_KINDS = ['appeal', 'corrected-claim', 'timely-filing', 'records', 'follow-up'] as const;
export const payerRuleKind = z.enum(PAYER_RULE_KINDS);
export type PayerRuleKind = z.infer<typeof payerRuleKind>;

/** Days counted from the remittance date (appeal, corrected-claim, records) the date of service (timely-filing) or the day it was sent (follow-up). */
export const payerRule = z.object({
  id,
  payerId: id,
  kind: payerRuleKind,
  days: z.int(),
  counts: z.enum(['calendar', 'business']),
  effectiveFrom: plainDate,
  effectiveTo: z.nullable(plainDate),
  source: z.string(),
  version,
});
export type PayerRule = z.infer<typeof payerRule>;

export const payerRuleWrite = z.strictObject({
  kind: payerRuleKind,
  days: z.int().check(z.minimum(1), z.maximum(3650)),
  counts: z.enum(['calendar', 'business']),
  effectiveFrom: plainDate,
  effectiveTo: z.optional(z.nullable(plainDate)),
  source: line(300),
});
/** `PATCH /payer-rules/:id`: JSON merge patch. */
export const payerRulePatch = z.partial(payerRuleWrite);

/** Kind `payer` on `directory:all`. */
export const payer = z.object({
  id,
  name: z.string(),
  /** The id the payer calls itself by in X12 (N104 or NM109). */
  payerCode: z.nullable(z.string()),
  rules: z.array(payerRule),
  version,
});
export type Payer = z.infer<typeof payer>;
export const payerWrite = z.strictObject({
  name: line(120),
  payerCode: z.optional(z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(80)))),
});
/** `PATCH /payers/:id`: JSON merge patch. */
export const payerPatch = z.partial(payerWrite);
