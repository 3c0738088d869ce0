import { channels, pageOf, thread } from '@caseboard/contracts';
import type { Thread } from '@caseboard/contracts';
import { useMemo } from 'react';
import * as z from 'zod/mini';
import { api } from './api-client.ts';
import type { LiveSource } from './live/live-list.ts';
import { useLiveList } from './live/use-live-list.ts';
import { useSession } from './session-context.tsx';

const page = pageOf(thread);

/** Something to read: a message after the last one this person read, or a question nobody has opened yet. */
export const isUnread = (
  { reads, messageCount, state, recipientId }: Pick<Thread, 'reads' | 'messageCount' | 'state' | 'recipientId'>,
  me: string,
): boolean => {
  const own = reads.find(({ userId }) => userId === me);
  return (own !== undefined && own.upTo < messageCount) || (state === 'sent' && recipientId === me);
};

const unreadThreads = (me: string): LiveSource<Thread> => ({
  channel: channels.user(me),
  kind: 'thread',
  idOf: ({ id }) => id,
  load: (cursor) => api.get('/threads', page, { query: { participant: 'me', unread: 'true', limit: 200, cursor } }),
  fetch: (ids) => api.get('/threads', page, { query: { ids: ids.join(','), limit: 200 } }),
  parse: (body) => z.safeParse(thread, body).data,
  accepts: (one) => isUnread(one, me),
});

/** How many of this person's conversations have something they have not read. */
export function useUnread(): number {
  const { user } = useSession();
  return useLiveList(useMemo(() => unreadThreads(user.id), [user.id])).rows.length;
}
