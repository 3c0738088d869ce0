import { thread } from '@caseboard/contracts';
import type { Indicator } from '@caseboard/contracts';
import { ApiError, api, wordsOf } from '@caseboard/web/kernel';
import { notifyDone } from '@caseboard/web/ui';
import { useCallback, useState } from 'react';
import { askOf, EMPTY_QUERY, missingIn, withQuote } from './query-draft.rules.ts';
import type { QueryDraft } from './query-draft.rules.ts';

/** A question being written beside its chart. */
export interface QueryComposer {
  draft: QueryDraft;
  change(patch: Partial<QueryDraft>): void;
  /** Takes a quote into the question. */
  quote(words: Indicator): void;
  discard(): void;
  /** What is wrong, by field; empty until the first try to send. */
  errors: Partial<Record<keyof QueryDraft, string>>;
  refusal: { text: string; traceId?: string } | undefined;
  isBusy: boolean;
  /** True when it was sent; a refusal leaves the draft as it is. */
  send(): Promise<boolean>;
}

/** The draft lives as long as its chart is open, whether the composer is shown or not. */
export function useQueryComposer(caseId: string): QueryComposer {
  const [draft, setDraft] = useState<QueryDraft>(EMPTY_QUERY);
  const [tried, setTried] = useState(false);
  const [told, setTold] = useState<QueryComposer['errors']>({});
  const [refusal, setRefusal] = useState<QueryComposer['refusal']>();
  const [isBusy, setBusy] = useState(false);
  const change = useCallback((patch: Partial<QueryDraft>) => {
    setDraft((before) => ({ ...before, ...patch }));
    setTold((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in patch))));
  }, []);
  const discard = useCallback(() => {
    setDraft(EMPTY_QUERY);
    setTried(false);
    setTold({});
    setRefusal(undefined);
  }, []);
  const send = async () => {
    setTried(true);
    setRefusal(undefined);
    if (Object.keys(missingIn(draft)).length > 0) return false;
    setBusy(true);
    try {
      const sent = await api.post('/threads', thread, { body: askOf(draft, caseId) });
      notifyDone(`${sent.number} is sent. The chart waits for its answer.`);
      discard();
      return true;
    } catch (error) {
      const fields = fieldsIn(error);
      setTold(fields);
      if (Object.keys(fields).length === 0) setRefusal(wordsOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    draft,
    change,
    quote: useCallback((words) => setDraft((before) => withQuote(before, words)), []),
    discard,
    errors: { ...told, ...(tried ? missingIn(draft) : {}) },
    refusal,
    isBusy,
    send,
  };
}

const FIELDS = ['recipientId', 'title', 'body', 'options'] as const;

/** The fields a refusal names: by pointer, or the recipient by its code. */
function fieldsIn(error: unknown): QueryComposer['errors'] {
  if (!(error instanceof ApiError)) return {};
  if (error.code === 'thread/wrong-recipient') return { recipientId: error.message };
  if (error.code === 'thread/empty-query') return { options: error.message };
  const named = (error.problem?.errors ?? []).flatMap(({ pointer, message }) => {
    const field = FIELDS.find((each) => each === pointer.split('/')[1]);
    return field ? [[field, message] as const] : [];
  });
  return Object.fromEntries(named);
}
