import type { Thread } from '@caseboard/contracts';
import { isUnread, useColleagues, useMoments, useSession } from '@caseboard/web/kernel';
import { AppLink, Face } from '@caseboard/web/ui';
import { activeAt, upToOf } from '../conversation.rules.ts';

/** Props of `ThreadList`. */
export type ThreadListProps = { threads: readonly Thread[]; openId: string | undefined; onOpen: (id: string) => void };

/** Conversations, one a line: who wrote last, about what, when, how many messages are new. */
export function ThreadList({ threads, openId, onOpen }: ThreadListProps) {
  return (
    <ul className="cb-thread-list" aria-label="Conversations">
      {threads.map((thread) => (
        <li key={thread.id}>
          <Line thread={thread} isOpen={thread.id === openId} onOpen={() => onOpen(thread.id)} />
        </li>
      ))}
    </ul>
  );
}

function Line({ thread, isOpen, onOpen }: { thread: Thread; isOpen: boolean; onOpen: () => void }) {
  const { user } = useSession();
  const { byId } = useColleagues();
  const moments = useMoments();
  const lastId = thread.lastAuthorId ?? thread.askedById;
  const last = { id: lastId, name: byId.get(lastId)?.name ?? 'Somebody' };
  const isNew = isUnread(thread, user.id);
  const count = thread.messageCount - (upToOf(thread, user.id) ?? thread.messageCount);
  return (
    <AppLink
      href={`/threads?open=${thread.id}`}
      onNavigate={onOpen}
      aria-current={isOpen ? 'true' : undefined}
      data-unread={isNew || undefined}
    >
      <Face person={last} />
      <span className="cb-cut">
        <b className="cb-cut">{thread.title}</b>
        <span className="cb-thread-about cb-cut">
          {thread.patient}, {last.name} {thread.lastAuthorId === null ? 'asked' : 'wrote last'}
        </span>
      </span>
      <span className="cb-thread-when">
        <time dateTime={activeAt(thread)}>{moments.words(activeAt(thread))}</time>
        {isNew && (
          <span className="cb-thread-count" role="img" aria-label={`${Math.max(count, 1)} new`}>
            {Math.max(count, 1)}
          </span>
        )}
      </span>
    </AppLink>
  );
}
