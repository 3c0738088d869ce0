import * as z from 'zod/mini';
import { timelineEntry } from './claims.resources.ts';
import { cents, id, instant, line, plainDate, version } from './primitives.ts';

/** Columns of the follow-up board: a claim the payer does not answer, from silence to an answer. */
export const FOLLOW_UP_STAGES = ['silent', 'contacted', 'promised', 'info-requested', 'resolved'] as const;
export const followUpStage = z.enum(FOLLOW_UP_STAGES);
export type FollowUpStage = z.infer<typeof followUpStage>;

/** Kind `follow-up-case` on `board:follow-up` and `case:follow-up:<id>`. One open case a claim. */
export const followUpCase = z.object({
  id,
  /** `FUP-000123`. */
  number: z.string(),
  stage: followUpStage,
  claimId: id,
  claimNumber: z.string(),
  controlNumber: z.string(),
  patient: z.string(),
  payerId: id,
  payerName: z.string(),
  facilityId: z.nullable(id),
  amountCents: cents,
  /** Day since which nothing was heard. */
  silentSince: plainDate,
  callCount: z.int(),
  lastContactAt: z.nullable(instant),
  /** Day the payer promised an answer for; the case sleeps until then. */
  promisedOn: z.nullable(plainDate),
  dueOn: z.nullable(plainDate),
  dueRule: z.nullable(z.string()),
  ownerId: z.nullable(id),
  workItemId: id,
  workItemVersion: version,
  priority: z.int(),
  movedBy: z.nullable(z.string()),
  movedAt: z.nullable(instant),
  version,
});
export type FollowUpCase = z.infer<typeof followUpCase>;

export const CALL_OUTCOMES = [
  'in-process',
  'promised',
  'info-requested',
  'not-on-file',
  'paid',
  'denied',
  'no-answer',
] as const;
export const callOutcome = z.enum(CALL_OUTCOMES);
/** One contact with a payer. */
export const payerCall = z.object({
  id,
  at: instant,
  byId: id,
  by: z.enum(['phone', 'portal', 'mail']),
  spokeWith: z.nullable(z.string()),
  reference: z.nullable(z.string()),
  outcome: callOutcome,
  note: z.nullable(z.string()),
  promisedOn: z.nullable(plainDate),
});
export type PayerCall = z.infer<typeof payerCall>;

/** `POST /follow-up-cases/:id/calls`. `promised` needs the day; it may not be past. */
export const payerCallAsk = z.strictObject({
  by: z.enum(['phone', 'portal', 'mail']),
  spokeWith: z.optional(line(120)),
  reference: z.optional(line(80)),
  outcome: callOutcome,
  note: z.optional(line(1000)),
  promisedOn: z.optional(plainDate),
});
/** `PUT /follow-up-cases/:id/stage`. */
export const followUpStagePut = z.strictObject({ stage: followUpStage, reason: z.optional(line(300)) });

export const followUpCaseDetail = z.object({
  ...followUpCase.shape,
  patientName: z.string(),
  calls: z.array(payerCall),
  timeline: z.array(timelineEntry),
  moves: z.array(z.object({ stage: followUpStage, isAllowed: z.boolean(), because: z.nullable(z.string()) })),
});
export type FollowUpCaseDetail = z.infer<typeof followUpCaseDetail>;
