import * as z from 'zod/mini';
import { cents, id, instant, plainDate, sequence, version } from './primitives.ts';

/** Every organisation has these queues; routing rules add more. */
export const QUEUE_KEYS = [
  'coding',
  'queries',
  'claim-edits',
  'rejections',
  'follow-up',
  'denials',
  'appeals',
  'records-requests',
  'posting-exceptions',
  'patient-inquiries',
  'credits',
] as const;
export const queueKey = z.enum(QUEUE_KEYS);
export type QueueKey = z.infer<typeof queueKey>;

export const queue = z.object({ id, key: queueKey, name: z.string(), open: z.int(), mine: z.int() });
export type Queue = z.infer<typeof queue>;
/** `GET /queues`: all of them at once, they are few. */
export const queueList = z.object({ items: z.array(queue), nextCursor: z.null(), asOf: sequence });

export const WORK_ITEM_STATES = ['open', 'waiting', 'done'] as const;
export const workItemState = z.enum(WORK_ITEM_STATES);
export type WorkItemState = z.infer<typeof workItemState>;

/** One named part of a priority; the score is their sum. */
export const priorityPart = z.object({
  name: z.enum(['deadline', 'dollars', 'age']),
  points: z.int(),
  because: z.string(),
});
export type PriorityPart = z.infer<typeof priorityPart>;

/** The worklist's row for a case. Kind `work-item` on `queue:<id>` and `user:<id>`. */
export const workItem = z.object({
  id,
  /** `DEN-000123`: the case's human number. */
  number: z.string(),
  queueId: id,
  queueKey,
  subjectType: z.string(),
  subjectId: id,
  state: workItemState,
  ownerId: z.nullable(id),
  priority: z.int(),
  priorityParts: z.array(priorityPart),
  dueOn: z.nullable(plainDate),
  /** The rule that made the due date, in words. */
  dueRule: z.nullable(z.string()),
  /** What the module of the case says of it, in one line: code, then the next act. */
  code: z.string(),
  needs: z.string(),
  /** Initials and last digits of the record number, as lists show a patient. */
  patient: z.string(),
  payer: z.string(),
  amountCents: cents,
  openedAt: instant,
  version,
});
export type WorkItem = z.infer<typeof workItem>;

export const ownerPut = z.strictObject({ userId: id });
/** `POST /queues/:key/next` when there is one: the item and why it was chosen. */
export const nextItem = z.object({ ...workItem.shape, because: z.string(), asOf: sequence });
