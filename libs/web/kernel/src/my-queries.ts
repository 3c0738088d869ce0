import { channels, pageOf, thread } from '@caseboard/contracts';
import type { Thread } from '@caseboard/contracts';
import * as z from 'zod/mini';
import { api } from './api-client.ts';
import type { LiveSource } from './live/live-list.ts';

const page = pageOf(thread);
const MOST = 200;

/** States of a query in which its recipient still owes a response. */
const OPEN: ReadonlySet<string> = new Set(['sent', 'viewed']);

/** Whether a query still waits for the person it was sent to. */
export const isUnanswered = ({ state }: Pick<Thread, 'state'>): boolean => OPEN.has(state);

/** The questions put to a person that are not closed, live on their own channel; none for who is never asked. */
export const myQueries = (userId: string, mayAnswer: boolean): LiveSource<Thread> => ({
  channel: channels.user(userId),
  kind: 'thread',
  idOf: ({ id }) => id,
  load: async (cursor) =>
    mayAnswer
      ? api.get('/threads', page, { query: { kind: 'query', recipient: 'me', state: 'open', limit: MOST, cursor } })
      : { items: [], nextCursor: null, asOf: 0 },
  fetch: async (ids) => {
    const found = await Promise.allSettled(ids.map((id) => api.get(`/threads/${id}`, thread)));
    return { items: found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])), asOf: 0 };
  },
  parse: (body) => z.safeParse(thread, body).data,
  accepts: ({ kind, recipientId }) => mayAnswer && kind === 'query' && recipientId === userId,
});
