import * as z from 'zod/mini';
import { acknowledgement } from './acknowledgements.resources.ts';
import { cents, id, instant, line, plainDate } from './primitives.ts';

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

/**
 * States of a claim (domain 2.2) in the order it goes through them. `draft`: made here and not ready, its `barriers`
 * say why. `acknowledged`: the 999 took the file; `accepted`: the clearinghouse; `payer-accepted`: the payer (277CA A2).
 */
export const CLAIM_STATES = [
  'draft',
  'ready',
  'sent',
  'acknowledged',
  'accepted',
  'rejected',
  'payer-accepted',
  'pending',
  'info-requested',
  'paid-full',
  'paid-partial',
  'denied',
  'reversed',
] as const;
export const claimState = z.enum(CLAIM_STATES);

/** Kind `claim` on `claims:all` and `case:claim:<id>`. */
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
  /** `here`: built from the codes of an encounter; `elsewhere`: came in by 837. */
  origin: z.enum(['here', 'elsewhere']),
  encounterId: z.nullable(id),
  sentAt: z.nullable(instant),
});
export type ClaimSummary = z.infer<typeof claimSummary>;

export const claimDiagnosis = z.object({
  ordinal: z.int(),
  code: z.string(),
  role: z.string(),
  presentOnAdmission: z.nullable(z.string()),
});
export type ClaimDiagnosis = z.infer<typeof claimDiagnosis>;

export const claim = z.object({
  ...claimSummary.shape,
  lines: z.array(claimLine),
  /** Claim-level adjustments. */
  adjustments: z.array(adjustment),
  diagnoses: z.array(claimDiagnosis),
  acknowledgements: z.array(acknowledgement),
  /** Why a draft cannot be sent, one line each. */
  barriers: z.array(z.string()),
  /** CLM05-3: `1` original, `7` replaces another claim, `8` voids it. */
  frequency: z.string(),
  /** The claim made here that this one replaces or voids; null for others, and for claims that came in by 837. */
  replacesId: z.nullable(id),
  /** The claim made here that replaces or voids this one. */
  replacedById: z.nullable(id),
  /** Its codes changed after it was sent, and nobody decided yet what becomes of it (`lineageAsk`). */
  pendingDecision: z.boolean(),
  timeline: z.array(timelineEntry),
});
export type Claim = z.infer<typeof claim>;

export const LINEAGE_DECISIONS = ['replace', 'void', 'no-change'] as const;

/**
 * What becomes of a sent claim whose codes changed (domain 2.1): a claim of frequency 7 from the codes as they are
 * now, one of frequency 8 that takes it back, or nothing. `note` says why; it stays in the claim's timeline.
 */
export const lineageAsk = z.strictObject({
  decision: z.enum(LINEAGE_DECISIONS),
  note: z.optional(line(300)),
});
export type LineageAsk = z.infer<typeof lineageAsk>;
