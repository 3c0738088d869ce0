import { channels, message, pageOf, thread } from '@caseboard/contracts';
import type { Message, Thread } from '@caseboard/contracts';
import { api, type LiveSource } from '@caseboard/web/kernel';
import * as z from 'zod/mini';

const threads = pageOf(thread);
const messages = pageOf(message);
const PAGE = 50;

const common = {
  kind: 'thread',
  idOf: ({ id }: Thread) => id,
  fetch: (ids: string[]) => api.get('/threads', threads, { query: { ids: ids.join(','), limit: 200 } }),
  parse: (body: unknown) => z.safeParse(thread, body).data,
};

/** The conversation on a case, once there is one; on the case's own channel. */
export const threadOfCase = (subjectType: string, subjectId: string, channel: string): LiveSource<Thread> => ({
  ...common,
  channel,
  load: () => api.get('/threads', threads, { query: { subjectType, subjectId, kind: 'message' } }),
  accepts: (one) => one.kind === 'message' && one.subjectType === subjectType && one.subjectId === subjectId,
});

/** One thread by its id; empty when it is not this person's to see. */
export const oneThread = (id: string): LiveSource<Thread> => ({
  ...common,
  channel: channels.thread(id),
  load: () => api.get('/threads', threads, { query: { ids: id } }),
  accepts: (one) => one.id === id,
});

/** Everything this person takes part in. */
export const myThreads = (me: string): LiveSource<Thread> => ({
  ...common,
  channel: channels.user(me),
  load: (cursor) => api.get('/threads', threads, { query: { participant: 'me', limit: PAGE, cursor } }),
  accepts: ({ participantIds }) => participantIds.includes(me),
});

/** What was said in a thread, the newest page first. */
export const messagesOf = (threadId: string): LiveSource<Message> => ({
  channel: channels.thread(threadId),
  kind: 'message',
  idOf: ({ id }) => id,
  load: (cursor) => api.get(`/threads/${threadId}/messages`, messages, { query: { limit: PAGE, cursor } }),
  fetch: (ids) => api.get(`/threads/${threadId}/messages`, messages, { query: { ids: ids.join(','), limit: 200 } }),
  parse: (body) => z.safeParse(message, body).data,
});
