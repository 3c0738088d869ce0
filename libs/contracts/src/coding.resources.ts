import * as z from 'zod/mini';
import { codeSystem, encounterClass, encounterCode, POA_VALUES } from './encounters.resources.ts';
import { timelineEntry } from './claims.resources.ts';
import { id, instant, line, plainDate, version } from './primitives.ts';

/** States of a coding case (domain 2.1); second review comes with audits. */
export const CODING_STATES = [
  'not-ready',
  'ready',
  'in-progress',
  'pended',
  'coded',
  'finalized',
  'billed',
  'reopened',
] as const;
export const codingState = z.enum(CODING_STATES);
export type CodingState = z.infer<typeof codingState>;

/** Why a chart waits. With `threadId` the answer to that query clears it. */
export const pendReason = z.object({
  id,
  reason: z.string(),
  threadId: z.nullable(id),
  by: z.string(),
  at: instant,
  clearedAt: z.nullable(instant),
});
export type PendReason = z.infer<typeof pendReason>;

/** What a check found; `critical` and `error` stop finalizing (domain 6, severity model). */
export const codingFinding = z.object({
  ruleId: z.string(),
  severity: z.enum(['critical', 'error', 'warning', 'info']),
  text: z.string(),
  fix: z.string(),
  source: z.string(),
  /** The code it is about; null: the whole chart. */
  ordinal: z.nullable(z.int()),
});
export type CodingFinding = z.infer<typeof codingFinding>;

/** An encounter being coded. Kind `coding-case` on `case:coding:<id>`. Holds no money. */
export const codingCase = z.object({
  id,
  /** `COD-000123`. */
  number: z.string(),
  state: codingState,
  encounterId: id,
  encounterNumber: z.string(),
  class: encounterClass,
  /** Initials and last digits. */
  patient: z.string(),
  startedOn: z.nullable(plainDate),
  endedOn: z.nullable(plainDate),
  facilityId: z.nullable(id),
  ownerId: z.nullable(id),
  workItemId: id,
  workItemVersion: version,
  codes: z.array(encounterCode),
  findings: z.array(codingFinding),
  pends: z.array(pendReason),
  /** Queries to physicians that are not closed. */
  openQueries: z.int(),
  finalizedBy: z.nullable(z.string()),
  finalizedAt: z.nullable(instant),
  dueOn: z.nullable(plainDate),
  version,
});
export type CodingCase = z.infer<typeof codingCase>;

/** The case opened; the chart itself comes from `GET /encounters/:id`. */
export const codingCaseDetail = z.object({
  ...codingCase.shape,
  patientName: z.string(),
  timeline: z.array(timelineEntry),
  /** Whether it may be finalized now, and if not, why: one line each. */
  barriers: z.array(z.string()),
});
export type CodingCaseDetail = z.infer<typeof codingCaseDetail>;

/** One code as the coder enters it; words come from the code set. */
export const codeWrite = z.strictObject({
  system: codeSystem,
  code: line(12),
  poa: z.optional(z.nullable(z.enum(POA_VALUES))),
  modifiers: z.optional(z.array(z.string().check(z.regex(/^[0-9A-Z]{2}$/))).check(z.maxLength(4))),
  units: z.optional(z.int().check(z.minimum(1), z.maximum(9999))),
  pointers: z.optional(z.array(z.int().check(z.minimum(1)))),
  servedOn: z.optional(z.nullable(plainDate)),
});
/** `PUT /coding-cases/:id/codes`: the whole list in its sequence. */
export const codingCodesPut = z.strictObject({ codes: z.array(codeWrite).check(z.maxLength(200)) });
/** `POST /coding-cases/:id/pends`. */
export const pendAsk = z.strictObject({ reason: line(300) });
/** `POST /coding-cases/:id/reopening`. */
export const reopenAsk = z.strictObject({
  reason: z.enum(['late-document', 'query-answer', 'denial', 'audit', 'payer-request']),
  note: z.optional(line(300)),
});

/** A code of an active code set, in our own or public words. */
export const code = z.object({
  system: codeSystem,
  code: z.string(),
  words: z.string(),
  isBillable: z.boolean(),
  isPoaExempt: z.boolean(),
});
export type Code = z.infer<typeof code>;
