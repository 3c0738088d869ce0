import type { Clinician, EncounterClass, EncounterCode, EncounterWork } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';

/** A visit as other modules need it: who, where, when, who pays, how much is on the chart. */
export interface ChartEncounter {
  id: string;
  /** `ENC-000123`. */
  number: string;
  /** The record at the end of all merges in force. */
  patientId: string;
  /** Initials and last digits of the record number. */
  patientMark: string;
  patientName: string;
  mrn: string | null;
  class: EncounterClass;
  words: string;
  /** `YYYY-MM-DD`. */
  startedOn: string | null;
  /** Null while the patient is in the house. */
  endedOn: string | null;
  facilityId: string | null;
  /** Its facility is gated. */
  isRestricted: boolean;
  /** Primary coverage on the day the visit began, else the primary one there is. */
  payerId: string | null;
  payerName: string | null;
  memberId: string | null;
  clinicians: Clinician[];
  documentCount: number;
  documentTypes: string[];
  conditions: number;
  procedures: number;
  isCoded: boolean;
}

/** A person as claims and statements need one. */
export interface ChartPatient {
  /** The record at the end of all merges in force. */
  id: string;
  mrn: string | null;
  lastName: string;
  firstName: string;
  middleName: string;
  suffix: string;
  birthDate: string | null;
  sex: 'F' | 'M' | 'U' | null;
  address: PatientAddress | null;
}

/** Where a patient lives, as the EHR has it. */
export interface PatientAddress {
  lines: string[];
  city: string;
  state: string;
  postalCode: string;
}

/** Final codes of an encounter; the revision grows with each set that was written, 0: none ever. */
export interface EncounterCodes {
  revision: number;
  codes: EncounterCode[];
}

/** How a module says which of its work is about encounters. */
export interface EncounterWorkSource {
  of(tx: Tx, encounterIds: readonly string[]): Promise<Map<string, EncounterWork[]>>;
}
