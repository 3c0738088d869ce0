import * as z from 'zod/mini';
import { id, instant } from './primitives.ts';

/** One status of an acknowledgement: category, status and entity code with our own short words. */
export const claimStatus = z.object({
  /** 277CA category `A3`, `A7` …, or the 999's `IK5` code for a whole transaction. */
  category: z.string(),
  status: z.nullable(z.string()),
  entity: z.nullable(z.string()),
  words: z.string(),
});
export type ClaimStatus = z.infer<typeof claimStatus>;

/** Somebody's answer to a sent claim before adjudication. All are kept; the furthest sets the claim's state. */
export const acknowledgement = z.object({
  id,
  kind: z.enum(['999', '277ca', '277']),
  /** Who answered: clearinghouse or payer, as the file names them. */
  from: z.string(),
  receivedAt: instant,
  outcome: z.enum(['accepted', 'rejected', 'forwarded', 'pending', 'info-requested', 'finalized', 'not-found']),
  /** The payer's or clearinghouse's own number of the claim (REF*1K). */
  payerClaimNumber: z.nullable(z.string()),
  statuses: z.array(claimStatus),
  importId: id,
});
export type Acknowledgement = z.infer<typeof acknowledgement>;
