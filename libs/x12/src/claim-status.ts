import type { TransactionHeader } from './envelope-headers.ts';
import type { Party, Procedure, QualifiedAmount, Reference } from './parties.ts';

/** One composite of an STC: category (`A3`, `P1`, `F2` …), status and entity code, as the code lists have them. */
export type StatusCode = { category: string; status: string; entity: string };

/** One STC. */
export type StatusReport = {
  /** STC01, STC10, STC11: one to three. */
  codes: StatusCode[];
  /** STC02. */
  effectiveOn: string | undefined;
  /** STC03 of a 277CA: `WQ` accepted, `U` rejected. */
  action: string;
  /** STC04 and STC05. */
  chargeCents: number | undefined;
  paidCents: number | undefined;
  segment: number;
};

/** A service line that has a status, or is asked about: SVC and what follows it. */
export type StatusLine = {
  /** Position in the claim, from 1. */
  ordinal: number;
  procedure: Procedure;
  revenueCode: string;
  chargeCents: number | undefined;
  paidCents: number | undefined;
  /** REF*FJ. */
  controlNumber: string | undefined;
  serviceFrom: string | undefined;
  serviceTo: string | undefined;
  statuses: StatusReport[];
};

/** A claim that is asked about (276) or answered (277, 277CA): TRN of a patient and what follows it. */
export type ClaimStatusReport = {
  /** Position in the file, from 1. */
  ordinal: number;
  transactionOrdinal: number;
  /** Whose word it is: the payer or clearinghouse (HL 20). */
  source: Party | undefined;
  receiver: Party | undefined;
  provider: Party | undefined;
  subscriber: Party | undefined;
  patient: Party | undefined;
  /** TRN02: CLM01 of the claim in a 277CA, the trace of the question in a 276 or 277. */
  controlNumber: string;
  statuses: StatusReport[];
  /** REF*1K: the payer's own number. */
  payerClaimNumber: string | undefined;
  /** REF*EJ: the account number at the provider, CLM01 in a 276 or 277. */
  accountNumber: string | undefined;
  references: Reference[];
  amounts: QualifiedAmount[];
  serviceFrom: string | undefined;
  serviceTo: string | undefined;
  lines: StatusLine[];
  segment: number;
};

/** What a source, receiver or provider level says of all below it. */
export type LevelStatusReport = {
  level: 'source' | 'receiver' | 'provider';
  party: Party | undefined;
  /** TRN02 of the level. */
  trace: string;
  statuses: StatusReport[];
  /** QTY*90 or QA, and QTY*AA or QC: how many were accepted and rejected. */
  acceptedCount: number | undefined;
  rejectedCount: number | undefined;
  /** AMT*YU and AMT*YY. */
  acceptedCents: number | undefined;
  rejectedCents: number | undefined;
  /** DTP*050: received. */
  receivedOn: string | undefined;
};

/** What stands before the first level. */
export type ClaimStatusHeader = {
  transaction: TransactionHeader;
  /** BHT02: `08` status, `13` request. */
  purpose: string;
  /** BHT03. */
  reference: string;
  /** BHT04. */
  createdDate: string | undefined;
};
