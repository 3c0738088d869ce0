import { pageQuery, plainDate, queueKey, workItemState } from '@caseboard/contracts';
import * as z from 'zod/mini';

/** Sorts of the list of items; `-` is descending. */
const WORK_ITEM_SORTS = ['-priority', 'dueOn', '-amountCents', 'openedAt'] as const;
export type WorkItemSort = (typeof WORK_ITEM_SORTS)[number];

/** Query of `GET /work-items`; without a state: everything that is not done. */
export const workItemsQuery = z.strictObject({
  ...pageQuery,
  queue: z.optional(queueKey),
  state: z.optional(workItemState),
  owner: z.optional(z.union([z.enum(['me', 'none']), z.uuid()])),
  /** Due on this day or before; items without a deadline are left out. */
  dueBy: z.optional(plainDate),
  sort: z.optional(z.enum(WORK_ITEM_SORTS)),
});
export type WorkItemsQuery = z.infer<typeof workItemsQuery>;
