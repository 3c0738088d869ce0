import type { CodingFinding, CodingState, EncounterClass, EncounterCode } from '@caseboard/contracts';

/** A coding case as stored, plus whether its facility is gated right now. */
export interface CodingCaseRow {
  id: string;
  number: string;
  encounterId: string;
  encounterNumber: string;
  class: EncounterClass;
  /** Initials and last digits. */
  patient: string;
  startedOn: string | null;
  endedOn: string | null;
  facilityId: string | null;
  isRestricted: boolean;
  state: CodingState;
  codes: EncounterCode[];
  findings: CodingFinding[];
  openQueries: number;
  dueOn: string | null;
  dueRule: string | null;
  itemId: string;
  itemVersion: number;
  ownerId: string | null;
  priority: number;
  finalizedBy: string | null;
  finalizedAt: Date | null;
  version: number;
}

/** Why a case waits, as stored. */
export interface PendRow {
  id: string;
  caseId: string;
  reason: string;
  threadId: string | null;
  madeBy: string;
  madeAt: Date;
  clearedBy: string | null;
  clearedAt: Date | null;
}

/** What can happen to a case; each is one version of it and one line of its history. */
export type CaseAct =
  | 'opened'
  | 'chart-changed'
  | 'started'
  | 'coded'
  | 'codes-changed'
  | 'pended'
  | 'pend-cleared'
  | 'queries-changed'
  | 'finalized'
  | 'reopened'
  | 'billed';

/** One entry of a case's history. */
export interface CaseMove {
  version: number;
  at: Date;
  actor: string;
  act: CaseAct;
  fromState: CodingState | null;
  toState: CodingState;
  reason: string | null;
}
