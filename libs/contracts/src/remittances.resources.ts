import * as z from 'zod/mini';
import { cents, id, plainDate } from './primitives.ts';

export const REMITTANCE_STATES = ['posting', 'posted'] as const;

/** One 835 transaction set that balanced. Kind `remittance` on `remittances:all`. */
export const remittanceSummary = z.object({
  id,
  number: z.string(),
  state: z.enum(REMITTANCE_STATES),
  payerId: id,
  payerName: z.string(),
  /** TRN02, the trace number of the payment. */
  trace: z.string(),
  /** BPR02. */
  paidCents: cents,
  paidOn: plainDate,
  claims: z.int(),
  claimsPosted: z.int(),
  denials: z.int(),
  importId: id,
});
export type RemittanceSummary = z.infer<typeof remittanceSummary>;

/** PLB, kept as it came: positive lowers the payment (X12 835, PLB04). */
export const providerAdjustment = z.object({
  id,
  reason: z.string(),
  reference: z.nullable(z.string()),
  amountCents: cents,
});

export const remittanceClaim = z.object({
  id,
  claimId: z.nullable(id),
  controlNumber: z.string(),
  payerClaimNumber: z.nullable(z.string()),
  /** CLP02: 1 primary, 4 denied, 22 reversal … */
  statusCode: z.string(),
  isReversal: z.boolean(),
  chargeCents: cents,
  paidCents: cents,
  patientCents: cents,
});

export const remittance = z.object({
  ...remittanceSummary.shape,
  providerAdjustments: z.array(providerAdjustment),
  remittanceClaims: z.array(remittanceClaim),
});
export type Remittance = z.infer<typeof remittance>;
