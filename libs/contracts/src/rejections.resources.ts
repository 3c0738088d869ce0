import * as z from 'zod/mini';
import { claimStatus } from './acknowledgements.resources.ts';
import { timelineEntry } from './claims.resources.ts';
import { cents, id, instant, line, plainDate, version } from './primitives.ts';

/**
 * A claim that was sent back before adjudication: not a denial, no appeal, the filing limit runs on
 * (domain 2.2). Kind `rejection-case` on `case:rejection:<id>`.
 */
export const rejectionCase = z.object({
  id,
  /** `REJ-000123`. */
  number: z.string(),
  state: z.enum(['open', 'resolved']),
  claimId: id,
  claimNumber: z.string(),
  controlNumber: z.string(),
  patient: z.string(),
  payerName: z.string(),
  facilityId: z.nullable(id),
  source: z.enum(['999', '277ca', '277']),
  statuses: z.array(claimStatus),
  chargeCents: cents,
  rejectedOn: plainDate,
  /** Timely filing keeps running. */
  dueOn: z.nullable(plainDate),
  dueRule: z.nullable(z.string()),
  resolution: z.nullable(z.string()),
  resolvedBy: z.nullable(z.string()),
  resolvedAt: z.nullable(instant),
  ownerId: z.nullable(id),
  workItemId: id,
  workItemVersion: version,
  version,
});
export type RejectionCase = z.infer<typeof rejectionCase>;
export const rejectionCaseDetail = z.object({
  ...rejectionCase.shape,
  patientName: z.string(),
  timeline: z.array(timelineEntry),
});
export type RejectionCaseDetail = z.infer<typeof rejectionCaseDetail>;

/** `POST /rejections/:id/resolution`. */
export const REJECTION_RESOLUTIONS = ['resent', 'replaced', 'not-billable', 'rejected-in-error'] as const;
export const rejectionResolutionAsk = z.strictObject({
  resolution: z.enum(REJECTION_RESOLUTIONS),
  note: z.optional(line(300)),
});
