import type { Thread } from '@caseboard/contracts';
import { plainDateWords, useColleagues, useConnection, useMoments, useSession } from '@caseboard/web/kernel';
import { ErrorStrip, QueryCard, useKeymap, type QueryDraft } from '@caseboard/web/ui';
import { needsWords } from '../my-queries.rules.ts';
import type { MyQuery } from '../use-my-query.ts';
import { QueryResponse } from './query-response.tsx';

/** Props of `QueryOpen`. */
export type QueryOpenProps = {
  query: Thread;
  mine: MyQuery;
  draft: QueryDraft;
  onDraft: (draft: QueryDraft) => void;
  /** Shows a document of the chart. */
  onRead: (documentId: string) => void;
};

/** A question that waits for its answer. */
export function QueryOpen({ query, mine, draft, onDraft, onRead }: QueryOpenProps) {
  const { user } = useSession();
  const { byId } = useColleagues();
  const moments = useMoments();
  const { state } = useConnection();
  const offReason = state === 'live' ? undefined : 'No connection. What you chose is kept.';
  const sign = () => void mine.answer(draft);
  const first = query.indicators.find(({ documentId }) => documentId !== null)?.documentId;
  const isWhole = draft.optionId !== null && (!needsWords(draft.optionId) || draft.words.trim() !== '');
  useKeymap([{ keys: 'mod+Enter', run: sign, evenWhileTyping: true, isOff: !isWhole || offReason !== undefined }]);
  return (
    <QueryCard
      ask={query.body}
      notice={
        mine.refusal && (
          <ErrorStrip title="Not sent." traceId={mine.refusal.traceId}>
            {mine.refusal.text} Your answer is kept.
          </ErrorStrip>
        )
      }
      evidence={query.indicators.map(({ documentId, title, on, quote }, index) => ({
        id: String(index),
        quote,
        source: on === null ? title : `${title}, ${plainDateWords(on)}`,
        onOpen: documentId === null ? undefined : () => onRead(documentId),
      }))}
      options={query.options.map(({ id, text }) => ({ id, label: text, needsWords: needsWords(id) }))}
      draft={draft}
      onDraft={onDraft}
      askedBy={
        <>
          Asked by {byId.get(query.askedById)?.name ?? 'a coder'}, {moments.words(query.askedAt)}.{' '}
          {first && (
            <button type="button" className="cb-text-button" onClick={() => onRead(first)}>
              Read the chart
            </button>
          )}
        </>
      }
      outs={
        <QueryResponse
          isBusy={mine.isBusy}
          offReason={offReason}
          onRespond={(response, words) => void mine.respond(response, words)}
        />
      }
      signer={user.name}
      onSign={sign}
      isBusy={mine.isBusy}
      offReason={offReason}
    />
  );
}
