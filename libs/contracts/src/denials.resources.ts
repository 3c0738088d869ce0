import * as z from 'zod/mini';
import { adjustment, timelineEntry } from './claims.resources.ts';
import { cents, id, instant, line, plainDate, version } from './primitives.ts';

/** Stages of a denial case, in the order of the board (domain: NEW … CLOSED). */
export const DENIAL_STAGES = ['new', 'triaged', 'investigating', 'waiting', 'decided', 'submitted', 'closed'] as const;
export const denialStage = z.enum(DENIAL_STAGES);
export type DenialStage = z.infer<typeof denialStage>;

export const DENIAL_CATEGORIES = [
  'information',
  'eligibility',
  'authorization',
  'coding',
  'medical-necessity',
  'non-covered',
  'timely-filing',
  'duplicate',
  'clinical-validation',
  'contract',
  'other',
] as const;
export const denialCategory = z.enum(DENIAL_CATEGORIES);
export type DenialCategory = z.infer<typeof denialCategory>;

/** A card: every denial of one claim in one remittance. Kind `denial-case` on `board:denials` and `case:denial:<id>`. */
export const denialCase = z.object({
  id,
  number: z.string(),
  stage: denialStage,
  category: denialCategory,
  /** The denial with the most dollars, as the card's headline. */
  group: z.string(),
  carc: z.string(),
  carcWords: z.string(),
  rarcs: z.array(z.object({ code: z.string(), words: z.string() })),
  denialCount: z.int(),
  amountCents: cents,
  claimId: z.nullable(id),
  claimNumber: z.string(),
  /** Initials and last digits, as cards show a patient. */
  patient: z.string(),
  payerId: id,
  payerName: z.string(),
  facilityId: z.nullable(id),
  remittanceId: id,
  remittanceNumber: z.string(),
  deniedOn: plainDate,
  dueOn: z.nullable(plainDate),
  dueRule: z.nullable(z.string()),
  ownerId: z.nullable(id),
  workItemId: id,
  /** Version of the work item, for `PUT /work-items/:id/owner`. */
  workItemVersion: version,
  priority: z.int(),
  /** Who moved it last and when; null while nobody has. */
  movedBy: z.nullable(z.string()),
  movedAt: z.nullable(instant),
  rootCause: z.nullable(z.string()),
  isPreventable: z.nullable(z.boolean()),
  recoveredCents: z.nullable(cents),
  version,
});
export type DenialCase = z.infer<typeof denialCase>;

/** The case opened: the card and everything behind it, the patient by name. */
export const denialCaseDetail = z.object({
  ...denialCase.shape,
  patientName: z.string(),
  controlNumber: z.string(),
  denials: z.array(
    z.object({
      ...adjustment.shape,
      lineNumber: z.nullable(z.int()),
      procedure: z.nullable(z.string()),
      category: denialCategory,
    }),
  ),
  timeline: z.array(timelineEntry),
  /** Where it may go from here, and why not elsewhere. */
  moves: z.array(z.object({ stage: denialStage, isAllowed: z.boolean(), because: z.nullable(z.string()) })),
});
export type DenialCaseDetail = z.infer<typeof denialCaseDetail>;

/** One denial: (claim or line, group code, CARC). `version` and `stage` are its case's. */
export const denial = z.object({
  ...adjustment.shape,
  caseId: id,
  caseNumber: z.string(),
  stage: denialStage,
  category: denialCategory,
  claimId: z.nullable(id),
  claimNumber: z.string(),
  remittanceId: id,
  lineNumber: z.nullable(z.int()),
  payerName: z.string(),
  rarcs: z.array(z.string()),
  dueOn: z.nullable(plainDate),
  ownerId: z.nullable(id),
  version,
});
export type Denial = z.infer<typeof denial>;

/** `PUT /denials/:id/stage`; closing also says the root cause, preventable or not, and what came back. */
export const stagePut = z.strictObject({
  stage: denialStage,
  rootCause: z.optional(line(300)),
  isPreventable: z.optional(z.boolean()),
  recoveredCents: z.optional(cents.check(z.minimum(0))),
});
