import * as z from 'zod/mini';
import { timelineEntry } from './claims.resources.ts';
import { cents, id, instant, line, plainDate, sequence, version } from './primitives.ts';

/** States of a patient account (domain 2.6); plans, aid and agencies come later. */
export const ACCOUNT_STATES = [
  'insurance-pending',
  'patient-balance',
  'statement-1',
  'statement-2',
  'final-notice',
  'paid',
  'refund-due',
] as const;
export const accountState = z.enum(ACCOUNT_STATES);
export type AccountState = z.infer<typeof accountState>;

/** What a patient owes. Kind `patient-account` on `accounts:all` and `case:patient-account:<id>`. No notes, no codes. */
export const patientAccountSummary = z.object({
  id,
  /** `ACC-000123`. */
  number: z.string(),
  state: accountState,
  patientId: id,
  patientName: z.string(),
  mrn: z.nullable(z.string()),
  /** What the patient owes now: patient parts less payments, never below zero. */
  balanceCents: cents,
  /** Of the balance, what is not asked for: a denial is open on the visit, or another insurer still decides. */
  heldCents: cents,
  /** Still with insurers. */
  insuranceCents: cents,
  /** Paid but applied to nothing, or more than was owed. */
  creditCents: cents,
  lastStatementOn: z.nullable(plainDate),
  version,
});
export type PatientAccountSummary = z.infer<typeof patientAccountSummary>;

export const PATIENT_PART_KINDS = [
  'deductible',
  'coinsurance',
  'copayment',
  'not-covered',
  'self-pay',
  'other',
] as const;
/** One part of what the patient owes, and who decided it (PR group; CARC 1, 2, 3 and the rest). */
export const patientPart = z.object({
  kind: z.enum(PATIENT_PART_KINDS),
  words: z.string(),
  cents,
  /** Who said so: the payer, the remittance and its day. */
  from: z.string(),
  remittanceNumber: z.nullable(z.string()),
  on: z.nullable(plainDate),
});

/** One visit on the account: charge − insurer paid − adjusted − still with the insurer = patient's part. */
export const accountVisit = z.object({
  claimId: id,
  claimNumber: z.string(),
  servedOn: z.nullable(plainDate),
  payerName: z.string(),
  chargeCents: cents,
  insurerPaidCents: cents,
  adjustedCents: cents,
  withInsurerCents: cents,
  patientCents: cents,
  patientPaidCents: cents,
  owesCents: cents,
  parts: z.array(patientPart),
  /** A denial or appeal is open on it: nothing is asked of the patient until it is decided. */
  heldBecause: z.nullable(z.string()),
});
export type AccountVisit = z.infer<typeof accountVisit>;

export const PAYMENT_METHODS = ['card', 'check', 'cash', 'bank', 'other'] as const;
/** A payment of the patient. It is never changed; a reversal stands beside it. */
export const patientPayment = z.object({
  id,
  /** `PAY-000123`. */
  number: z.string(),
  receivedOn: plainDate,
  method: z.enum(PAYMENT_METHODS),
  reference: z.nullable(z.string()),
  cents,
  recordedBy: z.string(),
  applied: z.array(z.object({ claimId: id, claimNumber: z.string(), cents })),
  unappliedCents: cents,
  reversedAt: z.nullable(instant),
  reversalReason: z.nullable(z.string()),
});
export type PatientPayment = z.infer<typeof patientPayment>;

/** A statement as it was printed; as of a sequence, so that it can be told apart from what came later. */
export const statement = z.object({
  id,
  /** `STM-000123`. */
  number: z.string(),
  asOf: sequence,
  printedAt: instant,
  printedBy: z.string(),
  dueOn: plainDate,
  balanceCents: cents,
});
export type Statement = z.infer<typeof statement>;

/** `GET /statements/:id`: everything the paper says, frozen when it was printed. No diagnosis, no notes. */
export const statementDetail = z.object({
  ...statement.shape,
  accountId: id,
  accountNumber: z.string(),
  organisationName: z.string(),
  patientName: z.string(),
  mrn: z.nullable(z.string()),
  /** Visits that are asked for. */
  visits: z.array(
    z.object({
      claimNumber: z.string(),
      servedOn: z.nullable(plainDate),
      payerName: z.string(),
      chargeCents: cents,
      insurerPaidCents: cents,
      adjustedCents: cents,
      withInsurerCents: cents,
      patientCents: cents,
      patientPaidCents: cents,
      owesCents: cents,
      parts: z.array(patientPart),
    }),
  ),
  /** Visits that are named and not asked for, with the reason. */
  held: z.array(
    z.object({ claimNumber: z.string(), servedOn: z.nullable(plainDate), payerName: z.string(), because: z.string() }),
  ),
  creditCents: cents,
  /** How to ask for help with paying, and how to dispute the bill (domain 9). */
  aid: z.string(),
  dispute: z.string(),
});
export type StatementDetail = z.infer<typeof statementDetail>;

export const patientAccount = z.object({
  ...patientAccountSummary.shape,
  visits: z.array(accountVisit),
  payments: z.array(patientPayment),
  statements: z.array(statement),
  timeline: z.array(timelineEntry),
  asOf: sequence,
});
export type PatientAccount = z.infer<typeof patientAccount>;

/** `POST /patient-accounts/:id/payments`. Without `claimId` it pays the oldest visit first (domain 9). */
export const paymentAsk = z.strictObject({
  cents: cents.check(z.minimum(1), z.maximum(100_000_000)),
  method: z.enum(PAYMENT_METHODS),
  receivedOn: plainDate,
  reference: z.optional(line(80)),
  claimId: z.optional(id),
});
/** `POST /patient-payments/:id/reversal`. */
export const paymentReversalAsk = z.strictObject({ reason: line(300) });
