import type { WrittenClaim } from '@caseboard/x12';
import type { ClaimKind } from './claim-lines.rules.ts';

/** A file of claims as stored, plus whether its facility is gated right now. */
export interface SubmissionRow {
  id: string;
  number: string;
  kind: ClaimKind;
  facilityId: string | null;
  isRestricted: boolean;
  /** ISA13 and GS06. */
  controlNumber: number;
  fileId: string;
  fileName: string;
  claims: number;
  chargeCents: number;
  /** `user:<id>`. */
  sentBy: string;
  sentAt: Date;
  acknowledged: 'accepted' | 'accepted-with-errors' | 'rejected' | null;
}

/** A claim that may be sent, held until the transaction ends. */
export interface SendableClaim {
  id: string;
  number: string;
  kind: ClaimKind;
  facilityId: string | null;
  chargeCents: number;
  state: string;
  frequency: string;
  /** The claim made here that it replaces or voids. */
  replacesId: string | null;
  /** What goes on the wire; null while something bars it, and for claims made elsewhere. */
  content: WrittenClaim | null;
}
