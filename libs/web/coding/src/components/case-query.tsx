import { message, pageOf, thread } from '@caseboard/contracts';
import type { QueryOutcome, Thread } from '@caseboard/contracts';
import { api, useColleagues, useMay, useMoments, useSession, wordsOf } from '@caseboard/web/kernel';
import { ErrorStrip, StateMark, type WorkState } from '@caseboard/web/ui';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answerWords } from '../my-queries.rules.ts';
import { useRead } from '../use-read.ts';
import { isEnded, mayRetract, mayReview, OUTCOMES, QUERY_STATES, suggestedOutcome } from '../query-draft.rules.ts';

/** A query beside its chart: where it stands, its answer word for word, and what its asker does next. */
export function CaseQuery({ query, isOpen }: { query: Thread; isOpen: boolean }) {
  const { byId } = useColleagues();
  const moments = useMoments();
  const may = useMay();
  const [isAsking, setAsking] = useState<'retract'>();
  const name = (id: string | null) => (id === null ? 'Somebody' : (byId.get(id)?.name ?? 'Somebody'));
  const { answer, outcome } = query;
  return (
    <article className="cb-case-query" data-open={isOpen || undefined} aria-label={`${query.number}, ${query.title}`}>
      <span className="cb-line">
        <StateMark state={markOf(query)}>{QUERY_STATES[query.state]}</StateMark>
        <code className="cb-dim cb-push">{query.number}</code>
      </span>
      <b>{query.title}</b>
      <span className="cb-small cb-soft">
        {name(query.recipientId)}, asked {moments.words(query.askedAt)}
        {query.dueAt !== null && !isEnded(query) && query.state !== 'answered' && `, due ${moments.words(query.dueAt)}`}
      </span>
      <p className="cb-small">{query.body}</p>
      {answer && (
        <blockquote className="cb-case-answer">
          {answerWords(query)}
          <span className="cb-small cb-dim">
            {' '}
            {name(answer.byId)}, {moments.words(answer.at)}
          </span>
        </blockquote>
      )}
      {(query.state === 'need-info' || query.state === 'not-my-patient') && <Response query={query} />}
      {outcome !== null && (
        <span className="cb-small cb-good">{OUTCOMES.find(({ value }) => value === outcome)?.label}</span>
      )}
      {mayReview(query) && may('threads.query.review') && <Review query={query} />}
      {mayRetract(query) && may('threads.query.review') && isAsking === undefined && (
        <button type="button" className="cb-text-button cb-small" onClick={() => setAsking('retract')}>
          Take the question back
        </button>
      )}
      {isAsking === 'retract' && <Retraction query={query} onDone={() => setAsking(undefined)} />}
    </article>
  );
}

const messages = pageOf(message);

/** What the physician wrote instead of an answer. */
function Response({ query: { id, recipientId } }: { query: Thread }) {
  const said = useRead(`/threads/${id}/messages?limit=20`, messages);
  const own = said.value?.items.find(({ authorId }) => authorId === recipientId);
  return own ? <blockquote className="cb-case-answer">{own.body}</blockquote> : null;
}

function markOf({ state }: Thread): WorkState {
  if (state === 'answered') return 'open';
  return isEnded({ state }) ? 'done' : 'waiting';
}

/** Says how the query ended; that closes it. */
function Review({ query }: { query: Thread }) {
  const { user } = useSession();
  const [picked, setPicked] = useState<QueryOutcome>();
  const outcome = picked ?? suggestedOutcome(query);
  const command = useQueryCommand(query);
  return (
    <form
      className="cb-line"
      onSubmit={(event) => {
        event.preventDefault();
        void command.send('review', { outcome });
      }}
    >
      <NativeSelect
        size="xs"
        aria-label={`How ${query.number} ended`}
        data={OUTCOMES.filter(({ value }) => query.answer !== null || value === 'no-longer-needed')}
        value={outcome}
        onChange={({ currentTarget: { value } }) => setPicked(OUTCOMES.find((each) => each.value === value)?.value)}
      />
      <Button
        type="submit"
        size="xs"
        variant={query.askedById === user.id ? 'outline' : 'default'}
        loading={command.isBusy}
      >
        Review
      </Button>
      {command.problem}
    </form>
  );
}

function Retraction({ query, onDone }: { query: Thread; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const command = useQueryCommand(query);
  return (
    <form
      className="cb-choices"
      onSubmit={(event) => {
        event.preventDefault();
        void command.send('retraction', { reason }).then((isDone) => isDone && onDone());
      }}
    >
      <TextInput
        size="xs"
        label="Why it is taken back"
        autoFocus
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {command.problem}
      <span className="cb-line">
        <Button type="submit" size="xs" disabled={reason.trim() === ''} loading={command.isBusy}>
          Take back
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onDone}>
          Leave it
        </Button>
      </span>
    </form>
  );
}

/** Sends what is done to a query, over the version that was seen; a refusal is told in place. */
function useQueryCommand({ id, version }: Thread) {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ text: string; traceId?: string }>();
  const send = async (noun: string, body: object): Promise<boolean> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await api.post(`/threads/${id}/${noun}`, thread, { version, body });
      return true;
    } catch (error) {
      setRefusal(wordsOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const problem = refusal && (
    <ErrorStrip title="Not done." traceId={refusal.traceId}>
      {refusal.text}
    </ErrorStrip>
  );
  return { send, isBusy, problem };
}
