import type { PriorityPart, QueueKey, WorkItemState } from '@caseboard/contracts';

/** A work item as stored, plus whether its facility is gated right now. */
export interface WorkItemRow {
  id: string;
  queueId: string;
  queueKey: QueueKey;
  subjectType: string;
  subjectId: string;
  number: string;
  facilityId: string | null;
  isRestricted: boolean;
  state: WorkItemState;
  ownerId: string | null;
  priority: number;
  priorityParts: PriorityPart[];
  dueOn: string | null;
  dueRule: string | null;
  code: string;
  needs: string;
  patient: string;
  payer: string;
  amountCents: number;
  openedAt: Date;
  waitedDays: number;
  waitingSince: string | null;
  version: number;
}

/** What a module says when one of its cases becomes work. */
export interface NewWorkItem {
  queueKey: QueueKey;
  subjectType: string;
  subjectId: string;
  /** The case's human number. */
  number: string;
  facilityId: string | null;
  code: string;
  /** The next act, at most 45 characters. */
  needs: string;
  /** Initials and last digits; never a name. */
  patient: string;
  payer: string;
  amountCents: number;
  dueOn: string | null;
  dueRule: string | null;
  openedAt: Date;
  /** Whose it is from the start; nobody's unless given. */
  ownerId?: string;
}

/** What a module may change of its case's item; absent means unchanged. */
export type WorkItemPatch = Partial<
  Pick<
    WorkItemRow,
    'state' | 'needs' | 'code' | 'amountCents' | 'dueOn' | 'dueRule' | 'payer' | 'patient' | 'facilityId'
  >
>;

/** What can happen to an item; each is one event of the log. */
export type ItemAct =
  'opened' | 'taken' | 'assigned' | 'released' | 'rescored' | 'waiting' | 'resumed' | 'done' | 'reopened';

/** An item before and after one act. `before` is undefined when it was opened. */
export interface ItemChange {
  act: ItemAct;
  before?: WorkItemRow;
  after: WorkItemRow;
}

/** One entry of an item's history. */
export interface ItemMove {
  version: number;
  at: Date;
  actor: string;
  act: ItemAct;
  ownerId: string | null;
  /** Whatever became of their account; null: nobody, or nobody known. */
  ownerName: string | null;
  previousOwnerId: string | null;
  previousOwnerName: string | null;
  reason: string | null;
}
