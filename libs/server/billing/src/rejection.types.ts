import type { RejectionCase } from '@caseboard/contracts';

/** A rejection as stored, plus whether its facility is gated right now. */
export interface RejectionRow extends Omit<RejectionCase, 'workItemId' | 'workItemVersion' | 'resolvedAt'> {
  acknowledgementId: string;
  payerId: string;
  isRestricted: boolean;
  note: string | null;
  openedAt: Date;
  resolvedAt: Date | null;
  itemId: string;
  itemVersion: number;
}
