import type { Thread } from '@caseboard/contracts';
import { dueOf, isUnanswered, useGo, useMoments, usePageTitle, useToday, wordsOf } from '@caseboard/web/kernel';
import { AppLink, DueChip, EmptyState, ErrorStrip, SkeletonRows, type QueryDraft } from '@caseboard/web/ui';
import { useParams } from '@tanstack/react-router';
import { IconChevronLeft } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { QueryClosed } from '../components/query-closed.tsx';
import { QueryOpen } from '../components/query-open.tsx';
import { useMyQuery } from '../use-my-query.ts';

const ChartSheet = lazy(async () => ({ default: (await import('../components/chart-sheet.tsx')).ChartSheet }));

/** One question to a physician, answered in two taps; nothing on it is money or a code. */
export function QueryPage() {
  const { id = '' } = useParams({ strict: false });
  usePageTitle('Question');
  return <Question key={id} id={id} />;
}

function Question({ id }: { id: string }) {
  const mine = useMyQuery(id);
  const { query, state, error } = mine;
  const [draft, setDraft] = useState<QueryDraft>({ optionId: null, words: '' });
  const [isAgain, setAgain] = useState(false);
  const [reading, setReading] = useState<string>();
  if (!query) return <NoQuestion isLoading={state.status === 'loading' || error === undefined} error={error} />;
  const isOpen = isUnanswered(query) || (isAgain && query.state === 'need-info');
  return (
    <>
      <QuestionHead query={query} isOpen={isOpen} />
      {isOpen ? (
        <QueryOpen query={query} mine={mine} draft={draft} onDraft={setDraft} onRead={setReading} />
      ) : (
        <QueryClosed query={query} mine={mine} draft={draft} onAnswer={() => setAgain(true)} />
      )}
      {reading !== undefined && (
        <Suspense>
          <ChartSheet documentId={reading} onClose={() => setReading(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function QuestionHead({ query, isOpen }: { query: Thread; isOpen: boolean }) {
  const go = useGo();
  const { today, zone } = useToday();
  const { dayOf } = useMoments();
  const dueOn = query.dueAt === null ? null : dayOf(query.dueAt);
  return (
    <div className="cb-query-head">
      <AppLink href="/queries" onNavigate={go} aria-label="Back to all questions" className="cb-plain">
        <IconChevronLeft size={20} />
      </AppLink>
      <b>{query.patient}</b>
      <span className="cb-dim cb-cut">{query.title}</span>
      {isOpen && (
        <span className="cb-push">
          <DueChip {...dueOf({ dueOn, dueRule: null, today, zone })} />
        </span>
      )}
    </div>
  );
}

function NoQuestion({ isLoading, error }: { isLoading: boolean; error: unknown }) {
  const go = useGo();
  if (isLoading) return <SkeletonRows columns="1fr" rows={6} rowHeight={50} />;
  const { text, traceId } = wordsOf(error);
  return (
    <>
      <ErrorStrip boxed={false} title="The question could not be read." traceId={traceId}>
        {text}
      </ErrorStrip>
      <EmptyState
        title="It may be closed, or not yours"
        action={
          <AppLink href="/queries" onNavigate={go}>
            Back to all questions
          </AppLink>
        }
      />
    </>
  );
}
