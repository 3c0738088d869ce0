import type { DenialCase } from '@caseboard/contracts';
import { useColleagues, useSession, type AppliedChange } from '@caseboard/web/kernel';
import { stageWord } from '@caseboard/web/ui';
import { useEffect, useMemo, useState } from 'react';
import { newsLine, newsWords } from './case-words.rules.ts';

const STAYS_MS = 8000;

/** What somebody else just did on this page, for eight seconds. */
export function useBoardNews(
  changed: ReadonlyMap<string, AppliedChange>,
  byId: ReadonlyMap<string, DenialCase>,
): string | undefined {
  const { user } = useSession();
  const { nameOfActor } = useColleagues();
  const [news, setNews] = useState<string>();
  const line = useMemo(() => {
    const names = { ofActor: nameOfActor, ofStage: stageWord };
    const others = [...changed.values()].filter(({ actor }) => actor !== `user:${user.id}`);
    return newsLine(others.flatMap((by) => newsWords(by, byId.get(by.id), names) ?? []));
  }, [changed, byId, nameOfActor, user.id]);
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
