import type { Thread } from '@caseboard/contracts';
import { useGo, useLiveList, useMay } from '@caseboard/web/kernel';
import { AppLink, Composer, EmptyState, PaneHeader, SkeletonRows, useKeymap } from '@caseboard/web/ui';
import { IconLock } from '@tabler/icons-react';
import { useMemo } from 'react';
import { audienceWords, caseHrefOf } from '../conversation.rules.ts';
import { draftKeyOf } from '../drafts.ts';
import { oneThread } from '../threads.live.ts';
import { useComposer } from '../use-composer.ts';
import { Talk } from './talk.tsx';

/** A conversation opened beside the list of them. */
export function ThreadPane({ id, onClose }: { id: string; onClose: () => void }) {
  const { rows, state } = useLiveList(useMemo(() => oneThread(id), [id]));
  const thread = rows[0];
  if (thread) return <OpenThread thread={thread} onClose={onClose} />;
  if (state.status === 'loading') return <SkeletonRows columns="22px 1fr" />;
  return (
    <>
      <PaneHeader title="Messages" onClose={onClose} />
      <EmptyState icon={IconLock} title="You cannot see this conversation">
        Ask your team lead for access.
      </EmptyState>
    </>
  );
}

function OpenThread({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const may = useMay();
  const go = useGo();
  const { id, subjectType, subjectId, state, participantIds } = thread;
  const draftKey = draftKeyOf(subjectType, subjectId, thread.kind === 'query' ? id : undefined);
  const composer = useComposer({ subjectType, subjectId, threadId: id, participantIds, draftKey });
  useKeymap([{ keys: 'r', run: composer.focus }]);
  const href = caseHrefOf(thread);
  const question = thread.kind === 'query' && <blockquote className="cb-question">{thread.body}</blockquote>;
  return (
    <>
      <PaneHeader title={thread.title} onClose={onClose}>
        {thread.number}, {thread.patient}
        {href !== undefined && (
          <>
            {', '}
            <AppLink href={href} onNavigate={go}>
              Open {thread.subjectNumber}
            </AppLink>
          </>
        )}
      </PaneHeader>
      <Talk thread={thread} isTyping={composer.isTyping} head={question || undefined} />
      {may('threads.message.post') && state !== 'retracted' && (
        <Composer {...composer.props} audience={audienceWords(participantIds.length - 1)} />
      )}
    </>
  );
}
