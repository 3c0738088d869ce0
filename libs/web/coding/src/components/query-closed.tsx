import type { Thread } from '@caseboard/contracts';
import { isUnanswered, useColleagues, useGo, useMoments } from '@caseboard/web/kernel';
import { AppLink, Banner, ErrorStrip, QueryDone, type QueryDraft } from '@caseboard/web/ui';
import { Button, Textarea } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { answerWords, howToAnswer, nextAfter } from '../my-queries.rules.ts';
import type { MyQuery } from '../use-my-query.ts';

/** Props of `QueryClosed`. */
export type QueryClosedProps = {
  query: Thread;
  mine: MyQuery;
  /** What was being answered when the question was taken back. */
  draft: QueryDraft;
  /** Goes back to the answers after more information was asked for. */
  onAnswer: () => void;
};

/** A question that needs nothing more of its recipient, and what is left. */
export function QueryClosed({ query, mine, draft, onAnswer }: QueryClosedProps) {
  const { byId } = useColleagues();
  const moments = useMoments();
  const go = useGo();
  const next = nextAfter(query, mine.all);
  const left = mine.all.filter((each) => each.id !== query.id && isUnanswered(each)).length;
  const asker = byId.get(query.askedById)?.name ?? 'The coder';
  const { title, words } = whatHappened(query, asker);
  const { answer } = query;
  return (
    <QueryDone
      title={title}
      words={words}
      facts={[
        { term: 'Asked', value: query.body },
        ...(answer
          ? [
              { term: 'Your answer', value: <b style={{ whiteSpace: 'pre-wrap' }}>{answerWords(query)}</b> },
              { term: 'Signed', value: moments.words(answer.at) },
            ]
          : []),
        { term: 'Record', value: <code>{query.number}</code> },
      ]}
      actions={
        <>
          {next && (
            <Button size="xl" fullWidth variant="filled" onClick={() => go(`/queries/${next.id}`)}>
              Next question
            </Button>
          )}
          <Button size="xl" fullWidth variant={next ? 'default' : 'filled'} onClick={() => go('/queries')}>
            {left === 0 ? 'Back to all' : `Back to all, ${left} left`}
          </Button>
        </>
      }
    >
      {query.state === 'retracted' && <KeptWords query={query} draft={draft} />}
      {query.state === 'need-info' && (
        <Button size="lg" onClick={onAnswer}>
          Answer it now
        </Button>
      )}
      {answer && <Addendum mine={mine} />}
      {next && next.subjectId === query.subjectId && (
        <>
          <b>Same patient, one more</b>
          <AppLink href={`/queries/${next.id}`} onNavigate={go} className="cb-query-line cb-plain">
            <span>
              {next.title}
              <small>{howToAnswer(next, asker)}</small>
            </span>
            <IconChevronRight size={16} aria-hidden="true" />
          </AppLink>
        </>
      )}
    </QueryDone>
  );
}

function whatHappened({ state }: Thread, asker: string): { title: string; words: string } {
  if (state === 'retracted')
    return { title: 'This question was taken back', words: `${asker} took it back. It needs no answer.` };
  if (state === 'need-info')
    return { title: 'You asked for more information', words: `${asker} has it and asks again, or you answer now.` };
  if (state === 'not-my-patient') return { title: 'Not your patient', words: `${asker} knows and asks somebody else.` };
  return { title: 'Answer sent and signed', words: `${asker} has it. Nothing more to do here.` };
}

/** What was chosen and written before the question was taken back, to be copied. */
function KeptWords({ query, draft }: { query: Thread; draft: QueryDraft }) {
  const chosen = query.options.find(({ id }) => id === draft.optionId)?.text;
  const words = [chosen, draft.words.trim()].filter((part) => part !== undefined && part !== '').join('\n');
  if (words === '') return null;
  return (
    <>
      <Banner tone="info" boxed>
        It was not sent. Your words are kept here, to be copied.
      </Banner>
      <Textarea
        label="What you had"
        readOnly
        autosize
        value={words}
        onFocus={(event) => event.currentTarget.select()}
      />
    </>
  );
}

/** An answer is never changed, only added to. */
function Addendum({ mine }: { mine: MyQuery }) {
  const [words, setWords] = useState<string>();
  const [isSent, setSent] = useState(false);
  if (isSent) return <p role="status">The addendum is sent.</p>;
  if (words === undefined)
    return (
      <span>
        <button type="button" className="cb-text-button" onClick={() => setWords('')}>
          Add an addendum
        </button>
      </span>
    );
  return (
    <div className="cb-query-response">
      {mine.refusal && (
        <ErrorStrip title="Not sent." traceId={mine.refusal.traceId}>
          {mine.refusal.text} Your words are kept.
        </ErrorStrip>
      )}
      <Textarea
        label="Addendum"
        autosize
        autoFocus
        minRows={2}
        maxLength={4000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button
        size="lg"
        variant="outline"
        disabled={words.trim() === ''}
        onClick={() => void mine.add(words).then(setSent)}
      >
        Sign and send the addendum
      </Button>
    </div>
  );
}
