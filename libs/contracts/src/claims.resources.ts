import * as z from 'zod/mini';
import { cents, id, instant, plainDate } from './primitives.ts';

/** Group code and CARC with our own short words; the licensed text is not shipped. */
export const adjustment = z.object({
  id,
  group: z.enum(['CO', 'PR', 'OA', 'PI', 'CR']),
  carc: z.string(),
  words: z.string(),
  amountCents: cents,
  isDenial: z.boolean(),
});
export type Adjustment = z.infer<typeof adjustment>;

export const claimLine = z.object({
  id,
  lineNumber: z.int(),
  procedure: z.nullable(z.string()),
  modifiers: z.array(z.string()),
  revenueCode: z.nullable(z.string()),
  units: z.number(),
  chargeCents: cents,
  paidCents: cents,
  serviceFrom: z.nullable(plainDate),
  adjustments: z.array(adjustment),
});
export type ClaimLine = z.infer<typeof claimLine>;

export const timelineEntry = z.object({
  id: z.string(),
  at: instant,
  kind: z.string(),
  text: z.string(),
  evidence: z.nullable(z.string()),
  amountCents: z.nullable(cents),
  actor: z.nullable(z.string()),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const CLAIM_STATES = ['sent', 'paid-full', 'paid-partial', 'denied', 'reversed'] as const;
export const claimState = z.enum(CLAIM_STATES);

export const claimSummary = z.object({
  id,
  number: z.string(),
  controlNumber: z.string(),
  kind: z.enum(['professional', 'institutional']),
  state: claimState,
  patientName: z.string(),
  payerId: z.nullable(id),
  payerName: z.string(),
  chargeCents: cents,
  paidCents: cents,
  serviceFrom: z.nullable(plainDate),
});
export type ClaimSummary = z.infer<typeof claimSummary>;

export const claim = z.object({
  ...claimSummary.shape,
  lines: z.array(claimLine),
  /** Claim-level adjustments. */
  adjustments: z.array(adjustment),
  timeline: z.array(timelineEntry),
});
export type Claim = z.infer<typeof claim>;
