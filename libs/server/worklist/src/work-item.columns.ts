import type { PriorityPart, QueueKey, WorkItemState } from '@caseboard/contracts';
import type { WorkItemRow } from './work-item.types.ts';

/** Columns of a work item aliased `w`, for SELECT and RETURNING alike. */
export const ITEM_COLUMNS = `w.id, w.queue_id, (SELECT q.key FROM worklist.queue q WHERE q.org_id = w.org_id AND q.id = w.queue_id) AS queue_key,
  w.subject_type, w.subject_id, w.number, w.facility_id,
  EXISTS (SELECT 1 FROM identity.facility f WHERE f.org_id = w.org_id AND f.id = w.facility_id AND f.is_gated) AS is_restricted,
  w.state, w.owner_id, w.priority, w.priority_parts, to_char(w.due_on, 'YYYY-MM-DD') AS due_on, w.due_rule,
  w.code, w.needs, w.patient, w.payer, w.amount_cents, w.opened_at, w.waited_days,
  to_char(w.waiting_since, 'YYYY-MM-DD') AS waiting_since, w.version`;

export interface ItemRecord {
  id: string;
  queue_id: string;
  queue_key: QueueKey;
  subject_type: string;
  subject_id: string;
  number: string;
  facility_id: string | null;
  is_restricted: boolean;
  state: WorkItemState;
  owner_id: string | null;
  priority: number;
  priority_parts: PriorityPart[];
  due_on: string | null;
  due_rule: string | null;
  code: string;
  needs: string;
  patient: string;
  payer: string;
  amount_cents: string;
  opened_at: Date;
  waited_days: number;
  waiting_since: string | null;
  version: number;
}

export const asItem = (record: ItemRecord): WorkItemRow => ({
  id: record.id,
  queueId: record.queue_id,
  queueKey: record.queue_key,
  subjectType: record.subject_type,
  subjectId: record.subject_id,
  number: record.number,
  facilityId: record.facility_id,
  isRestricted: record.is_restricted,
  state: record.state,
  ownerId: record.owner_id,
  priority: record.priority,
  priorityParts: record.priority_parts,
  dueOn: record.due_on,
  dueRule: record.due_rule,
  code: record.code,
  needs: record.needs,
  patient: record.patient,
  payer: record.payer,
  amountCents: Number(record.amount_cents),
  openedAt: record.opened_at,
  waitedDays: record.waited_days,
  waitingSince: record.waiting_since,
  version: record.version,
});
