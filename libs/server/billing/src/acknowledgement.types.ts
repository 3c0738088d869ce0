import type { Acknowledgement } from '@caseboard/contracts';
import type { Answer } from './answer.rules.ts';

/** An answer about one claim, as its file has it. */
export interface ReceivedAnswer extends Answer {
  /** Position in the file, from 1. */
  ordinal: number;
  kind: Acknowledgement['kind'];
  /** Who answers, as the file names them. */
  sender: string;
  /** The claim's control number. */
  controlNumber: string;
  payerClaimNumber: string | null;
  /** What was charged, where the answer says so: tells claims with one control number apart. */
  chargeCents: number | null;
  answeredOn: string | null;
}

/** An answer with the claim on record it is about; null when there is none. */
export interface MatchedAnswer extends ReceivedAnswer {
  claimId: string | null;
}

/** A stored answer. */
export interface StoredAnswer {
  id: string;
  claimId: string;
  kind: Acknowledgement['kind'];
  sender: string;
  outcome: Acknowledgement['outcome'];
  payerClaimNumber: string | null;
  statuses: Acknowledgement['statuses'];
  answeredOn: string | null;
  receivedAt: Date;
  importId: string;
}
