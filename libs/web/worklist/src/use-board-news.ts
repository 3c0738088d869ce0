import { useColleagues, useSession, type AppliedChange } from '@caseboard/web/kernel';
import { useEffect, useMemo, useState } from 'react';
import type { BoardCase, BoardKind } from './board-case.ts';
import { newsLine, newsWords } from './case-news.rules.ts';

const STAYS_MS = 8000;

/** What somebody else just did on this page, for eight seconds. */
export function useBoardNews(
  kind: Pick<BoardKind<BoardCase>, 'newsOf' | 'stageWord'>,
  changed: ReadonlyMap<string, AppliedChange>,
  byId: ReadonlyMap<string, BoardCase>,
): string | undefined {
  const { user } = useSession();
  const { nameOfActor } = useColleagues();
  const [news, setNews] = useState<string>();
  const line = useMemo(() => {
    const others = [...changed.values()].filter(({ actor }) => actor !== `user:${user.id}`);
    return newsLine(others.flatMap((by) => newsWords(by, byId.get(by.id), kind, nameOfActor) ?? []));
  }, [kind, changed, byId, nameOfActor, user.id]);
  useEffect(() => {
    if (line !== undefined) setNews(line);
  }, [line]);
  useEffect(() => {
    if (news === undefined) return undefined;
    const timer = setTimeout(() => setNews(undefined), STAYS_MS);
    return () => clearTimeout(timer);
  }, [news]);
  return news;
}
