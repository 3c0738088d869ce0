import type { FollowUpStage, PayerCall } from '@caseboard/contracts';

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

/** One entry of a case's history; each is a version of the case. */
export interface FollowUpMoveRow {
  version: number;
  at: Date;
  actor: string;
  act: 'opened' | 'moved' | 'called' | 'woke' | 'answered';
  fromStage: FollowUpStage | null;
  toStage: FollowUpStage;
  reason: string | null;
}

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
