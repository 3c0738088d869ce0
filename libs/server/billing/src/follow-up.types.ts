import type { FollowUpStage, PayerCall } from '@caseboard/contracts';
import type { StageMove } from '@caseboard/server/worklist';

/** A case as stored, plus whether its facility is gated right now. */
export interface FollowUpRow {
  id: string;
  number: string;
  stage: FollowUpStage;
  claimId: string;
  claimNumber: string;
  controlNumber: string;
  patient: string;
  payerId: string;
  payerName: string;
  facilityId: string | null;
  isRestricted: boolean;
  amountCents: number;
  silentSince: string;
  callCount: number;
  lastContactAt: Date | null;
  promisedOn: string | null;
  dueOn: string | null;
  dueRule: string | null;
  itemId: string;
  itemVersion: number;
  ownerId: string | null;
  priority: number;
  movedBy: string | null;
  movedAt: Date | null;
  version: number;
}

/** What can happen to a case. */
export type FollowUpAct = 'opened' | 'moved' | 'called' | 'woke' | 'answered';

/** One entry of a case's history. */
export type FollowUpMove = StageMove<FollowUpAct, FollowUpStage>;

/** A contact as stored. */
export type CallRow = Omit<PayerCall, 'at'> & { at: Date };

/** A claim its payer has been silent on for too long. */
export interface SilentClaim {
  claimId: string;
  claimNumber: string;
  controlNumber: string;
  payerId: string;
  payerName: string;
  facilityId: string | null;
  amountCents: number;
  firstName: string;
  lastName: string;
  recordNumber: string | null;
  silentSince: string;
  dueOn: string;
  /** Of the payer's rule in force; null: none on file. */
  rule: { days: number; counts: 'calendar' | 'business'; source: string } | null;
}
