import { channels, counter, queueList } from '@caseboard/contracts';
import type { Queue } from '@caseboard/contracts';
import { api, isUnanswered, myQueries, useLiveList, useMay, useSession, type LiveSource } from '@caseboard/web/kernel';
import { useMemo } from 'react';
import * as z from 'zod/mini';
import type { QueueBadge } from './navigation.ts';

const parseCounter = (body: unknown) => z.safeParse(counter, body).data;
const loadQueues = () => api.get('/queues', queueList);

/** Queues as counters: the snapshot fills them, frames keep them exact. */
const queueSource: LiveSource<Queue> = {
  channel: channels.queueCounts(),
  kind: 'queue',
  idOf: (queue) => queue.id,
  load: loadQueues,
  fetch: async () => ({ items: [], asOf: 0 }),
  parse: () => undefined,
  loadCounters: async () => {
    const { items, asOf } = await loadQueues();
    return {
      items: items.map(({ id, open }) => ({ channel: channels.queueCounts(), key: id, count: open, cents: 0 })),
      asOf,
    };
  },
  parseCounter,
};

const ownSource = (userId: string): LiveSource<Queue> => ({
  ...queueSource,
  channel: channels.user(userId),
  loadCounters: async () => {
    const { items, asOf } = await loadQueues();
    return {
      items: items.map(({ id, mine }) => ({
        channel: channels.user(userId),
        key: `queue:${id}`,
        count: mine,
        cents: 0,
      })),
      asOf,
    };
  },
});

/** Every queue with its exact number of open items, how many items are this person's, and how many questions wait for them. */
export function useQueueBadges(): { queues: QueueBadge[]; mine: number; questions: number } {
  const { user } = useSession();
  const own = useMemo(() => ownSource(user.id), [user.id]);
  const all = useLiveList(queueSource);
  const mine = useLiveList(own);
  const mayAnswer = useMay()('threads.query.answer');
  const asked = useLiveList(useMemo(() => myQueries(user.id, mayAnswer), [user.id, mayAnswer]));
  return {
    queues: all.rows.map(({ id, key, name, open }) => ({ id, key, name, open: all.counters.get(id)?.count ?? open })),
    mine: [...mine.counters.values()]
      .filter(({ key }) => key.startsWith('queue:'))
      .reduce((sum, { count }) => sum + count, 0),
    questions: asked.rows.filter(isUnanswered).length,
  };
}
