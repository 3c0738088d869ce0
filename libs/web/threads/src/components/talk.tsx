import { channels } from '@caseboard/contracts';
import type { Message, Thread } from '@caseboard/contracts';
import {
  plainDateWords,
  useColleagues,
  useLiveList,
  useMoments,
  usePresence,
  useSession,
  useSharePresence,
  wordsOf,
} from '@caseboard/web/kernel';
import { Conversation, ListStates, type ConversationEntry } from '@caseboard/web/ui';
import { useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { bytesWords, daysOf, firstNewOf, readersOf, roleWords } from '../conversation.rules.ts';
import { messagesOf } from '../threads.live.ts';
import { useReading } from '../use-reading.ts';
import { MessageBody } from './message-body.tsx';

/** What was said in a thread: live, with days, read marks, who is typing. `isTyping`: this person is, right now. */
export function Talk({ thread, isTyping, head }: { thread: Thread; isTyping: boolean; head?: ReactNode }) {
  const { user } = useSession();
  const { byId } = useColleagues();
  const { rows, state, loadMore, reload } = useLiveList(useMemo(() => messagesOf(thread.id), [thread.id]));
  const messages = useMemo(() => rows.toSorted((a, b) => a.ordinal - b.ordinal), [rows]);
  const channel = channels.thread(thread.id);
  useSharePresence(channel, thread.id, isTyping ? 'editing' : 'viewing');
  const here = usePresence(channel).get(thread.id) ?? [];
  const { mark, endRef } = useReading(state.status === 'ready' ? thread : undefined);
  const entries = useEntries(thread, messages);
  const frame = useStickToEnd(messages.at(-1)?.id);
  const typing = here
    .filter(({ state: presence, userId }) => presence === 'editing' && userId !== user.id)
    .map(({ userId, name }) => ({ id: userId, name: byId.get(userId)?.name ?? name }));
  return (
    <div className="cb-talk" ref={frame}>
      {head}
      <ListStates
        status={state.status}
        failure={state.error === undefined ? undefined : wordsOf(state.error)}
        onRetry={reload}
        noun="messages"
        columns="22px 1fr"
      >
        <Conversation
          label={`Messages about ${thread.subjectNumber}`}
          entries={entries}
          firstNewId={firstNewOf(messages, mark, user.id)}
          typing={typing}
          onEarlier={state.hasMore ? loadMore : undefined}
          endRef={endRef}
        />
      </ListStates>
    </div>
  );
}

function useEntries(thread: Thread, messages: readonly Message[]): ConversationEntry[] {
  const { user } = useSession();
  const { byId } = useColleagues();
  const moments = useMoments();
  const personOf = (id: string | null) => ({ id: id ?? 'rule', name: byId.get(id ?? '')?.name ?? 'Somebody' });
  const readers = readersOf(thread, messages, user.id);
  const today = moments.today();
  const days = daysOf(messages, moments.dayOf, (day) => (day === today ? 'Today' : plainDateWords(day)));
  return messages.map((one) => ({
    id: one.id,
    kind: one.kind,
    author: personOf(one.authorId),
    role: roleWords(byId.get(one.authorId ?? '')?.roles),
    time: moments.words(one.at),
    dateTime: one.at,
    day: days.get(one.id),
    body: <MessageBody body={one.body} />,
    files: one.files.map(({ id, name, bytes }) => ({
      id,
      name,
      about: bytesWords(bytes),
      href: `/api/v1/threads/${thread.id}/files/${id}`,
    })),
    readBy: (readers.get(one.id) ?? []).map(personOf),
  }));
}

/** A new message comes into view when the end was in view; somebody reading further up is left there. */
function useStickToEnd(newestId: string | undefined) {
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<{ id: string | undefined; bottom: number }>({ id: undefined, bottom: 0 });
  useLayoutEffect(() => {
    const log = frame.current?.querySelector('[role="log"]');
    if (!log) return;
    const wasAtEnd = held.current.id === undefined || held.current.bottom - log.scrollTop - log.clientHeight < 60;
    if (newestId !== held.current.id && wasAtEnd) log.scrollTop = log.scrollHeight;
    held.current = { id: newestId, bottom: log.scrollHeight };
  });
  return frame;
}
