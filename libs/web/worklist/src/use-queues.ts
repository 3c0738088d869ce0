import { channels, counter, queue, queueList } from '@caseboard/contracts';
import type { Queue } from '@caseboard/contracts';
import { api, useLiveList, type LiveSource, type LiveState } from '@caseboard/web/kernel';
import { useMemo } from 'react';
import * as z from 'zod/mini';

const load = () => api.get('/queues', queueList);

const source: LiveSource<Queue> = {
  channel: channels.queueCounts(),
  kind: 'queue',
  idOf: ({ id }) => id,
  load,
  fetch: async () => ({ items: [], asOf: 0 }),
  parse: (body) => z.safeParse(queue, body).data,
  parseCounter: (body) => z.safeParse(counter, body).data,
};

/** Every queue with its exact number of open items, and whether they are here yet. */
export function useQueues(): { queues: readonly Queue[]; state: LiveState; reload(): void } {
  const { rows, counters, state, reload } = useLiveList(source);
  const queues = useMemo(
    () => rows.map((row) => ({ ...row, open: counters.get(row.id)?.count ?? row.open })),
    [rows, counters],
  );
  return { queues, state, reload };
}
