import { channels } from '@caseboard/contracts';
import { useLiveList, useMay, wordsOf } from '@caseboard/web/kernel';
import { Composer, ListStates, useKeymap } from '@caseboard/web/ui';
import { useMemo } from 'react';
import { audienceWords } from '../conversation.rules.ts';
import { draftKeyOf } from '../drafts.ts';
import { threadOfCase } from '../threads.live.ts';
import { useComposer } from '../use-composer.ts';
import { Talk } from './talk.tsx';

/** Props of `CaseThread`. `channel`: where the case's rows live, `case:<type>:<id>` unless given. */
export type CaseThreadProps = { subjectType: string; subjectId: string; channel?: string };

/** What people say about a case, and where to say something: for a case's drawer or page. `R` goes to the composer. */
export const CaseThread = (props: CaseThreadProps) => (
  <CaseTalk key={`${props.subjectType}:${props.subjectId}`} {...props} />
);

const NOBODY: readonly string[] = [];

function CaseTalk({ subjectType, subjectId, channel }: CaseThreadProps) {
  const may = useMay();
  const name = channel ?? channels.case(subjectType, subjectId);
  const { rows, state, reload } = useLiveList(
    useMemo(() => threadOfCase(subjectType, subjectId, name), [subjectType, subjectId, name]),
  );
  const thread = rows[0];
  const participantIds = thread?.participantIds ?? NOBODY;
  const draftKey = draftKeyOf(subjectType, subjectId);
  const composer = useComposer({ subjectType, subjectId, threadId: thread?.id, participantIds, draftKey });
  useKeymap([{ keys: 'r', run: composer.focus, inDialog: true }]);
  if (state.status !== 'ready')
    return (
      <ListStates
        status={state.status}
        failure={state.error === undefined ? undefined : wordsOf(state.error)}
        onRetry={reload}
        noun="messages"
        columns="22px 1fr"
      >
        {null}
      </ListStates>
    );
  const mayWrite = may('threads.message.post') && (thread !== undefined || may('threads.thread.create'));
  return (
    <div className="cb-talk">
      {thread ? <Talk thread={thread} isTyping={composer.isTyping} /> : <Silence mayWrite={mayWrite} />}
      {mayWrite && <Composer {...composer.props} audience={audienceWords(Math.max(participantIds.length, 1) - 1)} />}
    </div>
  );
}

const Silence = ({ mayWrite }: { mayWrite: boolean }) => (
  <p className="cb-talk cb-soft">
    Nobody has written yet.{mayWrite && ' Say what others should know; @ calls somebody in.'}
  </p>
);
