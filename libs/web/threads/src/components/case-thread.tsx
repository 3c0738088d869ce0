import { channels } from '@caseboard/contracts';
import { useLiveList, useMay, wordsOf } from '@caseboard/web/kernel';
import { Composer, ErrorStrip, SkeletonRows, useKeymap } from '@caseboard/web/ui';
import { useMemo } from 'react';
import { audienceWords } from '../conversation.rules.ts';
import { threadOfCase } from '../threads.live.ts';
import { useComposer } from '../use-composer.ts';
import { Talk } from './talk.tsx';

/** Props of `CaseThread`. `channel`: where the case's rows live, `case:<type>:<id>` unless given. */
export type CaseThreadProps = { subjectType: string; subjectId: string; channel?: string };

/** What people say about a case, and where to say something: for a case's drawer or page. `R` goes to the composer. */
export function CaseThread({ subjectType, subjectId, channel }: CaseThreadProps) {
  const may = useMay();
  const name = channel ?? channels.case(subjectType, subjectId);
  const { rows, state, reload } = useLiveList(
    useMemo(() => threadOfCase(subjectType, subjectId, name), [subjectType, subjectId, name]),
  );
  const thread = rows[0];
  const composer = useComposer({
    subjectType,
    subjectId,
    threadId: thread?.id,
    draftKey: `${subjectType}:${subjectId}`,
  });
  useKeymap([{ keys: 'r', run: composer.focus, inDialog: true }]);
  if (state.status === 'loading') return <SkeletonRows columns="22px 1fr" />;
  const mayWrite = may('threads.message.post') && (thread !== undefined || may('threads.thread.create'));
  return (
    <div className="cb-talk">
      {state.status === 'failed' && (
        <ErrorStrip title="The messages could not be read." traceId={wordsOf(state.error).traceId} onRetry={reload}>
          {wordsOf(state.error).text}
        </ErrorStrip>
      )}
      {thread ? (
        <Talk thread={thread} isTyping={composer.isTyping} />
      ) : (
        <p className="cb-talk cb-soft">
          {mayWrite
            ? 'Nobody has written yet. Say what others should know; @ calls somebody in.'
            : 'Nobody has written yet.'}
        </p>
      )}
      {mayWrite && <Composer {...composer.props} audience={audienceWords((thread?.participantIds.length ?? 1) - 1)} />}
    </div>
  );
}
