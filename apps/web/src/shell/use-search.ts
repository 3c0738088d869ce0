import { searchResult } from '@caseboard/contracts';
import type { SearchHit } from '@caseboard/contracts';
import { api } from '@caseboard/web/kernel';
import type { LookUpState } from '@caseboard/web/ui';
import { useCallback, useEffect, useRef, useState } from 'react';

const PAUSE_MS = 160;
const SHORTEST = 2;
const MOST_RECENT = 6;

/** Searching while somebody types. */
export interface Search {
  hits: readonly SearchHit[];
  state: LookUpState;
  type(text: string): void;
  /** What was opened from here lately, the newest first; kept while the page stays open, nowhere else. */
  recent: readonly SearchHit[];
  remember(hit: SearchHit): void;
}

/** Asks the server after a pause in typing; an answer to an older text is thrown away. */
export function useSearch(): Search {
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const [state, setState] = useState<LookUpState>('short');
  const [recent, setRecent] = useState<readonly SearchHit[]>([]);
  const asked = useRef<{ timer?: ReturnType<typeof setTimeout>; stop?: AbortController }>({});
  const forget = useCallback(() => {
    clearTimeout(asked.current.timer);
    asked.current.stop?.abort();
  }, []);
  useEffect(() => forget, [forget]);
  const type = useCallback(
    (text: string) => {
      forget();
      const wanted = text.trim();
      if (wanted.length < SHORTEST) {
        setHits([]);
        setState('short');
        return;
      }
      setState('searching');
      const stop = new AbortController();
      const ask = () =>
        api.get('/search', searchResult, { query: { text: wanted.slice(0, 80) }, signal: stop.signal }).then(
          ({ items }) => {
            if (stop.signal.aborted) return;
            setHits(items);
            setState('ready');
          },
          () => {
            if (stop.signal.aborted) return;
            setHits([]);
            setState('failed');
          },
        );
      asked.current = { stop, timer: setTimeout(() => void ask(), PAUSE_MS) };
    },
    [forget],
  );
  const remember = useCallback(
    (hit: SearchHit) =>
      setRecent((before) => [hit, ...before.filter(({ href }) => href !== hit.href)].slice(0, MOST_RECENT)),
    [],
  );
  return { hits, state, type, recent, remember };
}
