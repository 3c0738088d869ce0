import * as z from 'zod/mini';
import { id, instant, line, plainDate, version } from './primitives.ts';

/** A number a hospital, payer or state knows a patient by (FHIR Patient.identifier). */
export const patientIdentifier = z.object({ system: z.string(), value: z.string() });
export type PatientIdentifier = z.infer<typeof patientIdentifier>;

/** Kind `patient` on `case:patient:<id>`. `mergedIntoId`: this record was found to be the same person as another. */
export const patientSummary = z.object({
  id,
  /** Medical record number; null for patients known from claims only. */
  mrn: z.nullable(z.string()),
  name: z.string(),
  birthDate: z.nullable(plainDate),
  sex: z.nullable(z.enum(['F', 'M', 'U'])),
  mergedIntoId: z.nullable(id),
  version,
});
export type PatientSummary = z.infer<typeof patientSummary>;

export const coverage = z.object({
  id,
  payerId: z.nullable(id),
  payerName: z.string(),
  memberId: z.nullable(z.string()),
  /** 1: primary, 2: secondary … (FHIR Coverage.order). */
  order: z.int(),
  from: z.nullable(plainDate),
  to: z.nullable(plainDate),
});
export type Coverage = z.infer<typeof coverage>;

/** One merge of two records of a person; undone, everything goes back to where it was. */
export const patientMerge = z.object({
  id,
  fromId: id,
  fromName: z.string(),
  fromMrn: z.nullable(z.string()),
  intoId: id,
  reason: z.string(),
  mergedBy: z.string(),
  mergedAt: instant,
  undoneAt: z.nullable(instant),
});
export type PatientMerge = z.infer<typeof patientMerge>;

export const patient = z.object({
  ...patientSummary.shape,
  identifiers: z.array(patientIdentifier),
  coverages: z.array(coverage),
  merges: z.array(patientMerge),
});
export type Patient = z.infer<typeof patient>;

/** `POST /patients/:id/merges`: this record goes into another. */
export const patientMergeAsk = z.strictObject({ intoId: id, reason: line(300) });
