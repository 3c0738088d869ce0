import type { ClaimParty } from './claim-parties.ts';
import type { ClaimCode, Diagnosis } from './claim-codes.ts';
import type { TransactionHeader } from './envelope-headers.ts';
import type { Party, Procedure, QualifiedAmount, Reference } from './parties.ts';
import type { RemittanceAdjustment } from './remittance.ts';

/** What stands before the first billing provider of an 837. */
export type ClaimFileHeader = {
  transaction: TransactionHeader;
  /** BHT02: `00` original, `18` reissue. */
  purpose: string;
  /** BHT03, the sender's number of the batch. */
  batchReference: string;
  /** BHT04. */
  createdDate: string | undefined;
  /** NM1*41. */
  submitter: Party | undefined;
  /** NM1*40. */
  receiver: Party | undefined;
};

/** A date of a DTP: its qualifier (`434`, `472`, `431`…) and first and last day. */
export type ClaimDate = { qualifier: string; from: string; to: string };

/** The subscriber and his coverage: loop 2000B. */
export type ClaimSubscriber = {
  /** SBR01: `P` primary, `S` secondary, `T` tertiary. */
  responsibility: string;
  /** SBR02: `18` self; empty when the patient is somebody else. */
  relationship: string;
  groupNumber: string;
  groupName: string;
  /** SBR09: `MB`, `CI`, `BL`… */
  filingIndicator: string;
  party: ClaimParty | undefined;
};

/** What another payer of the claim has done: loop 2320. */
export type OtherPayer = {
  responsibility: string;
  filingIndicator: string;
  payer: ClaimParty | undefined;
  subscriber: ClaimParty | undefined;
  /** AMT*D; in the 4010 institutional guide AMT*C4. */
  paidCents: number | undefined;
  adjustments: RemittanceAdjustment[];
  amounts: QualifiedAmount[];
  dates: ClaimDate[];
  references: Reference[];
};

/** What another payer decided on one line: SVD with its CAS. */
export type LineAdjudication = {
  payerId: string;
  paidCents: number;
  procedure: Procedure;
  units: number | undefined;
  adjustments: RemittanceAdjustment[];
  adjudicatedDate: string | undefined;
};

/** A service line: loop 2400. */
export type ClaimLine = {
  /** Position in the claim, from 1. */
  ordinal: number;
  /** SV101, SV202 or SV301; code empty on an institutional line that has only a revenue code. */
  procedure: Procedure;
  /** SV201; empty on other claims. */
  revenueCode: string;
  chargeCents: number;
  /** `UN` units, `MJ` minutes, `DA` days. */
  unitMeasure: string;
  units: number | undefined;
  /** SV105. */
  placeOfService: string;
  /** SV107: positions in `diagnoses`, from 1. */
  diagnosisPointers: number[];
  serviceFrom: string | undefined;
  serviceTo: string | undefined;
  /** REF*6R. */
  controlNumber: string | undefined;
  /** LIN03 under N4: the drug's NDC. */
  drugCode: string | undefined;
  /** NM1*82 of the line. */
  renderingProvider: ClaimParty | undefined;
  /** NM1*DK and NM1*DN of the line. */
  orderingProvider: ClaimParty | undefined;
  references: Reference[];
  dates: ClaimDate[];
  amounts: QualifiedAmount[];
  adjudications: LineAdjudication[];
  segment: number;
};

/**
 * A claim as submitted (837P, 837I, 837D): CLM with its lines, and the provider, subscriber, patient and payer it
 * stands under. Claims under the same loop share those objects: read them, do not change them.
 */
export type SubmittedClaim = {
  /** Position in the file, from 1. */
  ordinal: number;
  transactionOrdinal: number;
  /** By the service segment of its lines, else by the guide of its set. */
  kind: '837p' | '837i' | '837d' | '837';
  /** CLM01. */
  controlNumber: string;
  chargeCents: number;
  /** CLM05-1: place of service, or the first two digits of the type of bill. */
  facilityType: string;
  /** CLM05-2: `B` place of service, `A` type of bill. */
  facilityQualifier: string;
  /** CLM05-3: `1` original, `7` replacement, `8` void. */
  frequency: string;
  billingProvider: ClaimParty | undefined;
  subscriber: ClaimSubscriber | undefined;
  /** NM1*QC; the subscriber when he is the patient. */
  patient: ClaimParty | undefined;
  /** PAT01, or SBR02 when the subscriber is the patient. */
  patientRelationship: string;
  payer: ClaimParty | undefined;
  /** REF*F8: the payer's number of the claim that this one replaces or voids. */
  originalReference: string | undefined;
  /** REF*G1. */
  priorAuthorization: string | undefined;
  /** REF*EA. */
  medicalRecordNumber: string | undefined;
  references: Reference[];
  dates: ClaimDate[];
  /** DTP*434. */
  statementFrom: string | undefined;
  statementTo: string | undefined;
  /** DTP*435. */
  admissionDate: string | undefined;
  /** CL101 to CL103. */
  admissionType: string;
  admissionSource: string;
  patientStatus: string;
  diagnoses: Diagnosis[];
  /** What else HI holds: procedures, DRG, condition, occurrence and value codes. */
  codes: ClaimCode[];
  renderingProvider: ClaimParty | undefined;
  attendingProvider: ClaimParty | undefined;
  operatingProvider: ClaimParty | undefined;
  referringProvider: ClaimParty | undefined;
  serviceFacility: ClaimParty | undefined;
  amounts: QualifiedAmount[];
  /** AMT*F5, paid by the patient. */
  patientPaidCents: number | undefined;
  otherPayers: OtherPayer[];
  lines: ClaimLine[];
  segment: number;
};

/** Sums over one transaction set. */
export type ClaimTotals = { claims: number; lines: number; chargeCents: number };

/** What payers before this one paid, all together. */
export function priorPaymentCents(claim: SubmittedClaim): number {
  return claim.otherPayers.reduce((sum, payer) => sum + (payer.paidCents ?? 0), 0);
}
