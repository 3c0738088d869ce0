import type { AccountState, PAYMENT_METHODS } from '@caseboard/contracts';

/** An account as stored, with the patient's name as lists show it and whether one of its facilities is gated now. */
export interface AccountRow {
  id: string;
  number: string;
  patientId: string;
  foldedIntoId: string | null;
  state: AccountState;
  balanceCents: number;
  heldCents: number;
  insuranceCents: number;
  creditCents: number;
  facilityIds: string[];
  statementsCounted: number;
  countedOn: string | null;
  lastStatementOn: string | null;
  openedAt: Date;
  version: number;
  isRestricted: boolean;
  lastName: string;
  firstName: string;
  middleName: string;
  suffix: string;
  mrn: string | null;
}

/** A payment of a patient as stored; it never changes. */
export interface PaymentRow {
  id: string;
  number: string;
  accountId: string;
  cents: number;
  method: (typeof PAYMENT_METHODS)[number];
  receivedOn: string;
  reference: string | null;
  /** The visit the patient named. */
  claimId: string | null;
  recordedBy: string;
  recordedAt: Date;
  reversal: { reason: string; by: string; at: Date } | null;
  /** Cents by claim, those that are not zero. */
  applied: ReadonlyMap<string, number>;
}

/** A statement as stored, without what the paper says. */
export interface StatementRow {
  id: string;
  number: string;
  accountId: string;
  asOf: number;
  printedAt: Date;
  printedBy: string;
  dueOn: string;
  balanceCents: number;
}
