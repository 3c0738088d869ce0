import type { Counter } from '@caseboard/contracts';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { LiveList } from './live-list.ts';
import type { LiveSource, LiveState } from './live-list.ts';
import { useLiveConnection } from './live-provider.tsx';
import type { AppliedChange } from './live-rows.ts';

export interface UseLiveList<Body> {
  rows: Body[];
  byId: ReadonlyMap<string, Body>;
  /** Rows that an event brought, not a page. */
  liveIds: ReadonlySet<string>;
  counters: ReadonlyMap<string, Counter>;
  state: LiveState;
  /** Ids that changed in the last second or so, with what happened. */
  changed: ReadonlyMap<string, AppliedChange>;
  /** See `LiveList.take`. */
  take(body: Body, isNewer: (held: Body) => boolean): void;
  loadMore(): void;
  reload(): void;
}

const TINT_MS = 1200;

/** A live list for a component. `source` must be stable (useMemo): a new one starts over. */
export function useLiveList<Body>(source: LiveSource<Body>): UseLiveList<Body> {
  const connection = useLiveConnection();
  const list = useMemo(() => new LiveList(connection, source), [connection, source]);
  useEffect(() => {
    list.start();
    return () => list.end();
  }, [list]);
  const revision = useSyncExternalStore(list.watch, () => list.revision);
  const byId = useMemo(() => {
    void revision;
    return new Map([...list.rows.all].map(([id, held]) => [id, held.body]));
  }, [list, revision]);
  const rows = useMemo(() => [...byId.values()], [byId]);
  const liveIds = useMemo(() => {
    void revision;
    return new Set([...list.rows.all].filter(([, { isLive }]) => isLive).map(([id]) => id));
  }, [list, revision]);
  return {
    rows,
    byId,
    liveIds,
    counters: list.counters,
    state: list.state,
    changed: useChanged(list),
    take: useCallback((body, isNewer) => list.take(body, isNewer), [list]),
    loadMore: useCallback(() => void list.loadMore(), [list]),
    reload: useCallback(() => void list.reload(), [list]),
  };
}

function useChanged<Body>(list: LiveList<Body>): ReadonlyMap<string, AppliedChange> {
  const [changed, setChanged] = useState<ReadonlyMap<string, AppliedChange>>(new Map());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const held = timers.current;
    const forget = list.onApplied((changes) => {
      setChanged((before) => new Map([...before, ...changes.map((change) => [change.id, change] as const)]));
      const timer = setTimeout(() => {
        held.delete(timer);
        setChanged(
          (before) =>
            new Map([...before].filter(([id, change]) => !changes.includes(change) || before.get(id) !== change)),
        );
      }, TINT_MS);
      held.add(timer);
    });
    return () => {
      forget();
      held.forEach(clearTimeout);
      held.clear();
    };
  }, [list]);
  return changed;
}
