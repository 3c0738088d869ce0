import { thread } from '@caseboard/contracts';
import type { Thread } from '@caseboard/contracts';
import {
  ApiError,
  api,
  myQueries,
  useLiveList,
  useMay,
  useSession,
  wordsOf,
  type LiveState,
} from '@caseboard/web/kernel';
import type { QueryDraft } from '@caseboard/web/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { useRead } from './use-read.ts';

/** One question as its recipient sees it, among the others. */
export interface MyQuery {
  query: Thread | undefined;
  all: readonly Thread[];
  state: LiveState;
  error: unknown;
  isBusy: boolean;
  refusal: { text: string; traceId?: string } | undefined;
  answer(draft: QueryDraft): Promise<boolean>;
  respond(response: 'need-info' | 'not-my-patient', words: string): Promise<boolean>;
  /** Adds to an answer that was given; it is never changed. */
  add(words: string): Promise<boolean>;
}

/** Live from the person's own list; one that is closed by now is read by itself. Opening a question says that it was seen. */
export function useMyQuery(id: string): MyQuery {
  const { user } = useSession();
  const mayAnswer = useMay()('threads.query.answer');
  const list = useLiveList(useMemo(() => myQueries(user.id, mayAnswer), [user.id, mayAnswer]));
  const [answered, setAnswered] = useState<Thread>();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<MyQuery['refusal']>();
  const live = list.byId.get(id);
  const alone = useRead(live || list.state.status === 'loading' ? undefined : `/threads/${id}`, thread);
  const query = [live, alone.value, answered]
    .filter((each) => each?.id === id)
    .reduce((newest, each) => (each && each.version > (newest?.version ?? 0) ? each : newest), undefined);
  useSeen(query, user.id);
  const run = useCallback(
    async (noun: string, body: object) => {
      setBusy(true);
      setRefusal(undefined);
      try {
        setAnswered(await api.post(`/threads/${id}/${noun}`, thread, { body }));
        return true;
      } catch (error) {
        const current = error instanceof ApiError ? z.safeParse(thread, error.problem?.current).data : undefined;
        if (current) setAnswered(current);
        setRefusal(wordsOf(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [id],
  );
  return {
    query,
    all: list.rows,
    state: list.state,
    error: alone.error,
    isBusy,
    refusal,
    answer: ({ optionId, words }) =>
      run('answer', {
        ...(optionId === null ? {} : { optionId }),
        ...(words.trim() === '' ? {} : { body: words.trim() }),
      }),
    respond: (response, words) => run('response', { response, ...(words.trim() === '' ? {} : { body: words.trim() }) }),
    add: async (words) => {
      setRefusal(undefined);
      try {
        await api.post(`/threads/${id}/messages`, undefined, { body: { body: words.trim() } });
        return true;
      } catch (error) {
        setRefusal(wordsOf(error));
        return false;
      }
    },
  };
}

/** Says once that the person asked has the question before them. */
function useSeen(query: Thread | undefined, me: string): void {
  const seen = useRef<string>(undefined);
  const isUnseen = query?.state === 'sent' && query.recipientId === me;
  const id = query?.id;
  useEffect(() => {
    if (!isUnseen || id === undefined || seen.current === id) return;
    seen.current = id;
    void api.post(`/threads/${id}/view`, thread).catch(() => undefined);
  }, [isUnseen, id]);
}
