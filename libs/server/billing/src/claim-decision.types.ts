import type { Adjustment } from '@caseboard/contracts';

/** One denial of a decision: (claim or line, group code, CARC). */
export interface DecisionDenial extends Adjustment {
  /** Position of the line in the remittance's claim; null at claim level. */
  lineNumber: number | null;
  /** Procedure code of the line, its revenue code when it has none. */
  procedure: string | null;
  /** RARCs of the line and of the claim. */
  rarcs: string[];
}

/** One claim of a remittance with everything a denial case needs. */
export interface ClaimDecision {
  remittanceClaimId: string;
  remittanceId: string;
  remittanceNumber: string;
  /** Null while the claim is unknown; a later 837 links it (`billing.claim-linked`). */
  claimId: string | null;
  /** Our number; the control number (CLP01) while the claim is unknown. */
  claimNumber: string;
  controlNumber: string;
  /** CLP07. */
  payerClaimNumber: string | null;
  payerId: string;
  payerName: string;
  facilityId: string | null;
  /** The patient by name, for an opened case. */
  patientName: string;
  /** Initials and last digits, as cards show a patient. */
  patient: string;
  /** `YYYY-MM-DD`, the date of the remittance (BPR16). */
  decidedOn: string;
  /** `YYYY-MM-DD`, first day of service. */
  serviceFrom: string | null;
  /** CLP02. */
  status: string;
  isReversal: boolean;
  /** The remittance claim that this reversal takes back, when we know it. */
  reversesId: string | null;
  /** The reversal that took this decision back. */
  reversedById: string | null;
  chargeCents: number;
  paidCents: number;
  denials: DecisionDenial[];
}
