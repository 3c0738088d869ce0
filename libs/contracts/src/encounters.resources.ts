import * as z from 'zod/mini';
import { id, instant, plainDate, version } from './primitives.ts';

export const ENCOUNTER_CLASSES = ['inpatient', 'outpatient', 'emergency', 'other'] as const;
export const encounterClass = z.enum(ENCOUNTER_CLASSES);
export type EncounterClass = z.infer<typeof encounterClass>;

/** A visit as the EHR sent it (FHIR R4 Encounter). Holds no money. */
export const encounterSummary = z.object({
  id,
  /** `ENC-000123`. */
  number: z.string(),
  patientId: id,
  patientName: z.string(),
  mrn: z.nullable(z.string()),
  class: encounterClass,
  /** What kind of visit, as the EHR words it. */
  words: z.string(),
  startedOn: z.nullable(plainDate),
  /** Discharge; null while the patient is in the house. */
  endedOn: z.nullable(plainDate),
  facilityId: z.nullable(id),
  attendingName: z.nullable(z.string()),
  documentCount: z.int(),
  /** Final codes are on record. */
  isCoded: z.boolean(),
});
export type EncounterSummary = z.infer<typeof encounterSummary>;

/** A clinician of the encounter. `userId`: the person who signs in as that clinician and can be asked. */
export const clinician = z.object({
  id,
  name: z.string(),
  npi: z.nullable(z.string()),
  service: z.nullable(z.string()),
  role: z.enum(['attending', 'participant']),
  userId: z.nullable(id),
});
export type Clinician = z.infer<typeof clinician>;

/** A line of the chart's document list; the text comes with `GET /documents/:id`. */
export const documentSummary = z.object({
  id,
  title: z.string(),
  /** `Discharge summary`, `Progress note` … */
  type: z.string(),
  authorName: z.nullable(z.string()),
  authoredAt: z.nullable(instant),
  bytes: z.int(),
  /** False for a picture or PDF whose text we do not have. */
  hasText: z.boolean(),
});
export type DocumentSummary = z.infer<typeof documentSummary>;
/** `text` is the plain text evidence offsets count in; cut at 1,000,000 characters, then `isCut`. */
export const clinicalDocument = z.object({
  ...documentSummary.shape,
  encounterId: z.nullable(id),
  text: z.string(),
  isCut: z.boolean(),
});
export type ClinicalDocument = z.infer<typeof clinicalDocument>;

/** A diagnosis or procedure as the chart has it, before anybody coded it. */
export const chartEntry = z.object({
  id,
  system: z.string(),
  code: z.string(),
  words: z.string(),
  on: z.nullable(plainDate),
});
export type ChartEntry = z.infer<typeof chartEntry>;

export const CODE_SYSTEMS = ['icd-10-cm', 'icd-10-pcs', 'cpt', 'hcpcs'] as const;
export const codeSystem = z.enum(CODE_SYSTEMS);
export type CodeSystem = z.infer<typeof codeSystem>;

/** Present on admission (UB-04 FL 67, eighth digit): yes, no, unknown, undetermined, exempt. */
export const POA_VALUES = ['Y', 'N', 'U', 'W', '1'] as const;

/** One code of an encounter. Diagnoses in their sequence; the first is principal or first-listed. */
export const encounterCode = z.object({
  ordinal: z.int(),
  system: codeSystem,
  code: z.string(),
  words: z.string(),
  poa: z.nullable(z.enum(POA_VALUES)),
  modifiers: z.array(z.string()),
  units: z.int(),
  /** Ordinals of the diagnoses a procedure points to. */
  pointers: z.array(z.int()),
  servedOn: z.nullable(plainDate),
});
export type EncounterCode = z.infer<typeof encounterCode>;

/** Work on an encounter in other modules. */
export const encounterWork = z.object({
  subjectType: z.string(),
  subjectId: id,
  number: z.string(),
  state: z.string(),
});
export type EncounterWork = z.infer<typeof encounterWork>;

export const encounter = z.object({
  ...encounterSummary.shape,
  birthDate: z.nullable(plainDate),
  sex: z.nullable(z.string()),
  payerName: z.nullable(z.string()),
  clinicians: z.array(clinician),
  conditions: z.array(chartEntry),
  procedures: z.array(chartEntry),
  documents: z.array(documentSummary),
  /** Final codes; drafts stay with the coding case. */
  codes: z.array(encounterCode),
  work: z.array(encounterWork),
});
export type Encounter = z.infer<typeof encounter>;

/** Who signs in as a clinician: `PUT /clinicians/:id/user`. */
export const clinicianUserPut = z.strictObject({ userId: z.nullable(id) });

/** A clinician of the directory. Kind `clinician` on `directory:all`. */
export const clinicianEntry = z.object({
  id,
  name: z.string(),
  npi: z.nullable(z.string()),
  service: z.nullable(z.string()),
  userId: z.nullable(id),
  version,
});
export type ClinicianEntry = z.infer<typeof clinicianEntry>;
