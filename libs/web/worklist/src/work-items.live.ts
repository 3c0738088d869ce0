import { channels, pageOf, workItem } from '@caseboard/contracts';
import type { WorkItem } from '@caseboard/contracts';
import { api, type LiveSource } from '@caseboard/web/kernel';
import * as z from 'zod/mini';
import type { ItemSort } from './item-order.rules.ts';
import { isInQueueView } from './item-views.rules.ts';
import type { QueueView } from './item-views.rules.ts';

const page = pageOf(workItem);
const PAGE_ROWS = 100;
const MOST_MINE = 200;

/** Items by id, one GET each; what may not be seen is missing. */
async function fetchItems(ids: string[]): Promise<{ items: WorkItem[]; asOf: number }> {
  const found = await Promise.allSettled(ids.map((id) => api.get(`/work-items/${id}`, workItem)));
  return { items: found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])), asOf: 0 };
}

const base = {
  kind: 'work-item',
  idOf: (item: WorkItem) => item.id,
  fetch: fetchItems,
  parse: (body: unknown) => z.safeParse(workItem, body).data,
};

/** What one person holds, on their own channel. */
export const myItems = (userId: string, sort: ItemSort): LiveSource<WorkItem> => ({
  ...base,
  channel: channels.user(userId),
  load: (cursor) => api.get('/work-items', page, { query: { owner: 'me', sort, limit: MOST_MINE, cursor } }),
  accepts: (item) => item.ownerId === userId,
});

/** What waits in one queue, as one of its tabs shows it. */
export const queueItems = (
  queue: { id: string; key: string },
  view: QueueView,
  sort: ItemSort,
  me: string,
): LiveSource<WorkItem> => ({
  ...base,
  channel: channels.queue(queue.id),
  load: (cursor) =>
    api.get('/work-items', page, { query: { queue: queue.key, ...view.query, sort, limit: PAGE_ROWS, cursor } }),
  accepts: (item) => isInQueueView(view, item, me),
});
