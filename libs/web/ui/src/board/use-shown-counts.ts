import { useCallback, useState } from 'react';
import { cellCap } from './board.rules.ts';

/** How many cards each cell draws: 20, and 50 more each time it is asked. */
export function useShownCounts() {
  const [extra, setExtra] = useState<ReadonlyMap<string, number>>(new Map());
  const shownIn = useCallback(
    (laneId: string, stage: string) => cellCap + (extra.get(`${laneId}/${stage}`) ?? 0),
    [extra],
  );
  const showMore = useCallback((laneId: string, stage: string) => {
    const key = `${laneId}/${stage}`;
    setExtra((before) => new Map(before).set(key, (before.get(key) ?? 0) + 50));
  }, []);
  return { shownIn, showMore };
}
