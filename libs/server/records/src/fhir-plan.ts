import type { FhirResource } from '@caseboard/fhir';

/** What pass 2 needs to know of a FHIR file. */
export interface FhirPlan {
  /** Resources that are written, those contained in others counted too. */
  total: number;
  /** Ranks written together, one reading of the file each: one when every resource comes after those it names. */
  sweeps: number[][];
}

/** How often each kind of resource is in the file, by the names of the import's counts. */
export const COUNTED: Partial<Record<FhirResource['type'], FhirCount>> = {
  Patient: 'patients',
  Coverage: 'coverages',
  Encounter: 'encounters',
  Practitioner: 'practitioners',
  Organization: 'organizations',
  Condition: 'conditions',
  Procedure: 'procedures',
  DocumentReference: 'documents',
  DiagnosticReport: 'documents',
};

export type FhirCount =
  | 'patients'
  | 'coverages'
  | 'encounters'
  | 'practitioners'
  | 'organizations'
  | 'conditions'
  | 'procedures'
  | 'documents';
