import type { DenialCategory, DenialStage, PayerRuleKind } from '@caseboard/contracts';
import type { StageMove } from '@caseboard/server/worklist';
import type { Closing } from './denial-stage.rules.ts';

/** A case as stored, plus whether its facility is gated right now. */
export interface DenialCaseRow extends Closing {
  id: string;
  number: string;
  remittanceClaimId: string;
  remittanceId: string;
  remittanceNumber: string;
  claimId: string | null;
  claimNumber: string;
  payerId: string;
  payerName: string;
  facilityId: string | null;
  isRestricted: boolean;
  patient: string;
  stage: DenialStage;
  category: DenialCategory;
  group: string;
  carc: string;
  rarcs: string[];
  denialCount: number;
  amountCents: number;
  deniedOn: string;
  dueKind: PayerRuleKind;
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

/** A denial as stored. */
export interface DenialRow {
  id: string;
  caseId: string;
  group: string;
  carc: string;
  rarcs: string[];
  amountCents: number;
  lineNumber: number | null;
  procedure: string | null;
  category: DenialCategory;
}

/** What can happen to a case. */
export type CaseAct = 'opened' | 'moved' | 'reversed' | 'linked' | 'deadline';

/** One entry of a case's history. */
export type CaseMove = StageMove<CaseAct, DenialStage>;
