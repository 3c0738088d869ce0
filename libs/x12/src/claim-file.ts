import type { DiagnosisRole } from './claim-codes.ts';

/** A postal address to write as N3 and N4. */
export type WrittenAddress = { lines: readonly string[]; city: string; state: string; postalCode: string };

/** A person to name in an 837: a clinician with his NPI. */
export type WrittenClinician = { lastName: string; firstName: string; npi: string };

/** Who bills: loop 2010AA. */
export type WrittenBillingProvider = {
  name: string;
  npi: string;
  /** REF*EI; left out when unknown. */
  taxId?: string | undefined;
  address?: WrittenAddress | undefined;
};

/** The subscriber, who is also the patient (SBR02 `18`): loops 2000B and 2010BA. */
export type WrittenSubscriber = {
  lastName: string;
  firstName: string;
  middleName?: string | undefined;
  suffix?: string | undefined;
  memberId: string;
  /** `YYYY-MM-DD`. */
  birthDate: string;
  sex: 'F' | 'M' | 'U';
  groupNumber?: string | undefined;
  address?: WrittenAddress | undefined;
};

/** A service line: loop 2400. */
export type WrittenLine = {
  /** CPT or HCPCS code; absent on a line that has only a revenue code. */
  procedure?: string | undefined;
  modifiers: readonly string[];
  /** Institutional only. */
  revenueCode?: string | undefined;
  units: number;
  chargeCents: number;
  /** `YYYY-MM-DD`. */
  serviceFrom: string;
  /** Positions in `diagnoses`, from 1; professional only. */
  pointers: readonly number[];
};

/** A claim to write. Codes as people write them: the dot of an ICD-10 code is left out on the wire. */
export type WrittenClaim = {
  /** CLM01, at most 20 characters (5010 guides, 2300 CLM01). */
  controlNumber: string;
  chargeCents: number;
  /** CLM05-3: `1` original, `7` replacement, `8` void. */
  frequency: '1' | '7' | '8';
  /** REF*F8, which 7 and 8 need. */
  originalReference?: string | undefined;
  /** Place of service, or the first two digits of the type of bill. */
  facilityType: string;
  billingProvider: WrittenBillingProvider;
  subscriber: WrittenSubscriber;
  payer: { name: string; id: string };
  /** SBR09: `MB`, `MC`, `CI`, `ZZ`… */
  filingIndicator: string;
  medicalRecordNumber?: string | undefined;
  diagnoses: readonly { role: DiagnosisRole; code: string; presentOnAdmission?: string | undefined }[];
  /** ICD-10-PCS, the principal one first; institutional only. */
  procedures: readonly { code: string; on: string }[];
  /** UB-04 FL 18, HI*BG, at most twelve; institutional only. */
  conditionCodes?: readonly string[] | undefined;
  /** DTP*434, institutional only. */
  statementFrom: string;
  statementTo: string;
  /** DTP*435, of inpatients. */
  admissionDate?: string | undefined;
  /** CL101 to CL103, institutional only. */
  admissionType?: string | undefined;
  admissionSource?: string | undefined;
  patientStatus?: string | undefined;
  /** NM1*82 of a professional claim, NM1*71 of an institutional one. */
  clinician: WrittenClinician;
  lines: readonly WrittenLine[];
};

/** One 837 file: one interchange, one group, one set. */
export type ClaimFileInput = {
  kind: 'professional' | 'institutional';
  /** ISA06 and GS02, at most 15 characters. */
  senderId: string;
  /** ISA08 and GS03. */
  receiverId: string;
  /** ISA13 and GS06: what a TA1 and a 999 answer to. */
  controlNumber: number;
  at: Date;
  submitter: { name: string; contact: string; email: string };
  receiverName: string;
  claims: readonly WrittenClaim[];
};

/** ST02 of the one set of a file that `write837` makes. */
export const CLAIM_SET_CONTROL_NUMBER = '0001';
