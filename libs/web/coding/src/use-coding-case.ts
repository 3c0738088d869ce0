import type { CodingCase, CodingCaseDetail, Thread, WorkItem } from '@caseboard/contracts';
import { useColleagues, useLiveList, type UseLiveList } from '@caseboard/web/kernel';
import { notifyError } from '@caseboard/web/ui';
import { useOwnerCommands, type OwnerCommands, type OwnerRefusal } from '@caseboard/web/worklist';
import { useCallback, useMemo } from 'react';
import { caseQueries, openedCase } from './coding.live.ts';

/** A case on its page: as it is on record with own changes on it, its queries, and what can be done to its owner. */
export interface OpenCase {
  opened: CodingCaseDetail | undefined;
  list: UseLiveList<CodingCaseDetail>;
  queries: readonly Thread[];
  owners: OwnerCommands;
  /** Hears the case as an answer to a command brings it. */
  onCase(current: CodingCase): void;
}

export function useCodingCase(id: string): OpenCase {
  const list = useLiveList(useMemo(() => openedCase(id), [id]));
  const threads = useLiveList(useMemo(() => caseQueries(id), [id]));
  const held = list.rows[0];
  const { take } = list;
  const onCase = useCallback(
    (current: CodingCase) => held && take({ ...held, ...current }, (before) => isAhead(current, before)),
    [held, take],
  );
  const onItem = useCallback(
    ({ ownerId, version }: WorkItem) => held && onCase({ ...held, ownerId, workItemVersion: version }),
    [held, onCase],
  );
  const owners = useOwnerCommands(useRaceTold(), onItem);
  const own = held && owners.pending.get(held.workItemId);
  const opened = useMemo(
    () => (held && own && own.fromVersion === held.workItemVersion ? { ...held, ownerId: own.ownerId } : held),
    [held, own],
  );
  const queries = useMemo(() => [...threads.rows].sort((a, b) => b.askedAt.localeCompare(a.askedAt)), [threads.rows]);
  return { opened, list, queries, owners, onCase };
}

const isAhead = (current: CodingCase, held: CodingCase): boolean =>
  current.version >= held.version &&
  current.workItemVersion >= held.workItemVersion &&
  (current.version > held.version || current.workItemVersion > held.workItemVersion);

/** Tells the loser of a race who has the chart. */
function useRaceTold(): (refusal: OwnerRefusal) => void {
  const { byId } = useColleagues();
  return useCallback(
    ({ target, holder, isStale }) => {
      const owner = target.ownerId === null ? undefined : byId.get(target.ownerId)?.name;
      if (isStale) notifyError(`${target.number} keeps its owner.`, 'Somebody changed it first. You see it as it is.');
      else notifyError(`${target.number} is not yours.`, `Taken by ${holder ?? owner ?? 'somebody else'}.`);
    },
    [byId],
  );
}
