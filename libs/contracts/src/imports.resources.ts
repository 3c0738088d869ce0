import * as z from 'zod/mini';
import { id, instant } from './primitives.ts';

export const IMPORT_KINDS = ['835', '837p', '837i', '999', '277ca', '277', '276', 'fhir', 'unknown'] as const;
export const importKind = z.enum(IMPORT_KINDS);
export type ImportKind = z.infer<typeof importKind>;

export const IMPORT_STATES = ['queued', 'checking', 'applying', 'done', 'failed', 'rejected'] as const;
export const importState = z.enum(IMPORT_STATES);
export type ImportState = z.infer<typeof importState>;

/** One thing wrong with a file: what, where, and in which words. No patient data: segments and counts only. */
export const importFault = z.object({
  /** `x12/…` from the reader, `remittance/unbalanced`, `remittance/duplicate`, `import/…`. */
  code: z.string(),
  message: z.string(),
  severity: z.enum(['error', 'warning']),
  segment: z.optional(z.int()),
  element: z.optional(z.int()),
  line: z.optional(z.int()),
  /** Balance faults: which check failed and by how much. */
  balance: z.optional(
    z.object({
      level: z.enum(['line', 'claim', 'transaction']),
      ids: z.array(z.string()),
      expectedCents: z.int(),
      foundCents: z.int(),
      differenceCents: z.int(),
    }),
  ),
});
export type ImportFault = z.infer<typeof importFault>;

const count = z.optional(z.int());
/** What the file holds; only the counts that apply to its kind. */
export const importCounts = z.object({
  interchanges: count,
  transactions: count,
  claims: count,
  serviceLines: count,
  adjustments: count,
  denials: count,
  patients: count,
  coverages: count,
  encounters: count,
  practitioners: count,
  organizations: count,
  conditions: count,
  procedures: count,
  documents: count,
  /** FHIR resources of any kind, read or set aside. */
  resources: count,
  acknowledgements: count,
  rejections: count,
  workItems: count,
  codes: count,
  edits: count,
});
export type ImportCounts = z.infer<typeof importCounts>;

/** Kind `import` on `imports:all` and `job:<id>`. */
export const importJob = z.object({
  id,
  fileName: z.string(),
  kind: importKind,
  state: importState,
  /** 0 to 1 over both passes. */
  progress: z.number(),
  /** What it is doing, for people: "Posting 1,240 of 2,000 claims". */
  progressText: z.string(),
  counts: importCounts,
  errors: z.array(importFault),
  duplicateOf: z.optional(id),
  sha256: z.string(),
  bytes: z.int(),
  byUserId: z.nullable(id),
  createdAt: instant,
  finishedAt: z.nullable(instant),
});
export type ImportJob = z.infer<typeof importJob>;
