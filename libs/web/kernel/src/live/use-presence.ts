import type { PresenceNotice, PresenceState } from '@caseboard/contracts';
import { useEffect, useRef, useState } from 'react';
import { useLiveConnection } from './live-provider.tsx';

type Here = PresenceNotice['people'];

const AGAIN_MS = 10_000;

/** Everybody on a channel's rows, by row id. The channel must be followed by a list on the same page. */
export function usePresence(channel: string): ReadonlyMap<string, Here> {
  const connection = useLiveConnection();
  const [people, setPeople] = useState<ReadonlyMap<string, Here>>(new Map());
  useEffect(() => {
    setPeople(new Map());
    return connection.onPresence(channel, (notice) => setPeople(Map.groupBy(notice.people, (person) => person.id)));
  }, [connection, channel]);
  return people;
}

/** Says where this person is: `viewing` or `editing` a row, `away` while the page is hidden, gone when left. */
export function useSharePresence(channel: string, id: string | undefined, state: PresenceState = 'viewing'): void {
  const connection = useLiveConnection();
  useEffect(() => {
    if (id === undefined) return undefined;
    const tell = () => connection.sharePresence({ channel, id, state: document.hidden ? 'away' : state });
    tell();
    const timer = setInterval(tell, AGAIN_MS);
    document.addEventListener('visibilitychange', tell);
    const forget = connection.onJoined(channel, tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
      forget();
      connection.sharePresence({ channel, id, state: null });
    };
  }, [connection, channel, id, state]);
}

const nobody: ReadonlyMap<string, Here> = new Map();

/** Everybody on the rows of several channels, which are followed for that alone; `asOf` is any state this page has seen. */
export function useChannelsPresence(names: readonly string[], asOf: number): ReadonlyMap<string, Here> {
  const connection = useLiveConnection();
  const [people, setPeople] = useState(nobody);
  const start = useRef(asOf);
  const isReady = asOf > 0;
  useEffect(() => {
    start.current = asOf;
  }, [asOf]);
  useEffect(() => {
    setPeople(nobody);
    if (!isReady) return undefined;
    const held = new Map<string, Here>();
    const stops = names.map((channel) => {
      const follow = () => void connection.subscribe(channel, start.current, undefined);
      const quiet = {
        onFrame: () => undefined,
        onHead: () => undefined,
        onClosed: () => undefined,
        onConnected: follow,
      };
      const stop = connection.listen(channel, quiet);
      const forget = connection.onPresence(channel, (notice) => {
        held.set(channel, notice.people);
        setPeople(Map.groupBy([...held.values()].flat(), (person) => person.id));
      });
      follow();
      return () => [stop, forget].forEach((end) => end());
    });
    return () => stops.forEach((end) => end());
  }, [connection, names, isReady]);
  return people;
}
