/** A reference as a resource gives it. `key` finds the row; without one there is only what people read. */
export interface FhirReference {
  /** Types it may be of, the likely one first. */
  types: readonly string[];
  /** A resource id, `urn:uuid:…`, or `system|value` of an identifier; null: none of them. */
  key: string | null;
  display: string;
}

/** Identifier: a number in a system. */
export interface FhirIdentifier {
  system: string;
  value: string;
}

/** One code of a concept, and the words for it. */
export interface FhirCode {
  system: string;
  code: string;
  words: string;
}

/** Attachment: inline content, or where it lies. */
export interface FhirAttachment {
  contentType: string;
  title: string;
  /** Decoded; null: not inline. */
  data: Uint8Array | null;
  /** The id of the Binary it lies in. */
  binaryId: string | null;
}

interface Identified {
  id: string;
  /** Everything a reference may call it: id, urn, identifiers. */
  keys: readonly string[];
}

/** Patient. */
export interface FhirPatient extends Identified {
  type: 'Patient';
  identifiers: FhirIdentifier[];
  /** The identifier of type MR (HL7 v2 table 0203). */
  mrn: string | null;
  lastName: string;
  firstName: string;
  middleName: string;
  suffix: string;
  /** `YYYY-MM-DD`; null when not known to the day. */
  birthDate: string | null;
  sex: 'F' | 'M' | 'U' | null;
  address: { lines: string[]; city: string; state: string; postalCode: string } | null;
}

/** Coverage. */
export interface FhirCoverage extends Identified {
  type: 'Coverage';
  beneficiary: FhirReference;
  payor: FhirReference;
  memberId: string | null;
  order: number;
  from: string | null;
  to: string | null;
}

/** Practitioner. */
export interface FhirPractitioner extends Identified {
  type: 'Practitioner';
  name: string;
  npi: string | null;
}

/** PractitionerRole: what a practitioner does. */
export interface FhirPractitionerRole extends Identified {
  type: 'PractitionerRole';
  practitioner: FhirReference;
  service: string | null;
}

/** Organization, or Location: who or where. */
export interface FhirOrganization extends Identified {
  type: 'Organization' | 'Location';
  name: string;
  npi: string | null;
  payerCode: string | null;
  isPayer: boolean;
  /** Of a location: who runs it. */
  partOf: FhirReference | null;
}

/** Encounter. */
export interface FhirEncounter extends Identified {
  type: 'Encounter';
  status: string;
  class: 'inpatient' | 'outpatient' | 'emergency' | 'other';
  words: string;
  subject: FhirReference;
  participants: { who: FhirReference; isAttending: boolean }[];
  /** Service provider first, then locations. */
  places: FhirReference[];
  startedOn: string | null;
  endedOn: string | null;
}

/** Condition or Procedure. */
export interface FhirChartEntry extends Identified {
  type: 'Condition' | 'Procedure';
  subject: FhirReference;
  encounter: FhirReference;
  code: FhirCode;
  on: string | null;
}

/** DocumentReference, or DiagnosticReport with a presented form. */
export interface FhirDocument extends Identified {
  type: 'DocumentReference' | 'DiagnosticReport';
  subject: FhirReference;
  encounter: FhirReference;
  author: FhirReference;
  title: string;
  kind: string;
  /** RFC 3339 in UTC. */
  authoredAt: string | null;
  attachment: FhirAttachment;
}

/** Binary: the content a document lies in. */
export interface FhirBinary extends Identified {
  type: 'Binary';
  contentType: string;
  data: Uint8Array;
}

/** Every kind of resource that is read; all others are set aside. */
export type FhirResource =
  | FhirPatient
  | FhirCoverage
  | FhirPractitioner
  | FhirPractitionerRole
  | FhirOrganization
  | FhirEncounter
  | FhirChartEntry
  | FhirDocument
  | FhirBinary;

/** Where in the file: the line, and in a Bundle the entry, both from 1. */
export interface FhirPlace {
  line: number;
  entry?: number;
}

/** What is wrong, where, and what to do. Types, ids and places only: no patient data. */
export interface FhirFault {
  code: string;
  message: string;
  severity: 'error' | 'warning';
  line: number;
}

/** What the reader finds, in the order of the file; `end` always comes last. */
export type FhirItem =
  | { kind: 'resource'; resource: FhirResource; at: FhirPlace; isContained: boolean }
  | { kind: 'set-aside'; type: string; at: FhirPlace }
  | { kind: 'fault'; fault: FhirFault }
  | { kind: 'end'; resources: number; isBroken: boolean };
