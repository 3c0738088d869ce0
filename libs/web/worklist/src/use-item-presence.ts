import type { WorkItem } from '@caseboard/contracts';
import { channels } from '@caseboard/contracts';
import { useChannelsPresence, usePeopleHere, useSession } from '@caseboard/web/kernel';
import type { PresentPerson } from '@caseboard/web/ui';
import { useMemo } from 'react';
import { othersByRow, othersHere } from './here.rules.ts';

/** The others on these items, whichever queue each is in. */
export function useItemPresence(
  items: readonly WorkItem[],
  asOf: number,
): ReadonlyMap<string, readonly PresentPerson[]> {
  const { user } = useSession();
  const names = [...new Set(items.map(({ queueId }) => channels.queue(queueId)))].sort().join(' ');
  const presence = useChannelsPresence(
    useMemo(() => names.split(' ').filter(Boolean), [names]),
    asOf,
  );
  const ids = useMemo(() => new Set(items.map(({ id }) => id)), [items]);
  const mine = useMemo(() => new Map([...presence].filter(([id]) => ids.has(id))), [presence, ids]);
  usePeopleHere(useMemo(() => othersHere([...mine.values()].flat(), user.id), [mine, user.id]));
  return useMemo(() => othersByRow(mine, user.id), [mine, user.id]);
}
