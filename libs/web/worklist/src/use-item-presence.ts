import type { WorkItem } from '@caseboard/contracts';
import { useChannelsPresence, usePeopleHere, useSession } from '@caseboard/web/kernel';
import type { PresentPerson } from '@caseboard/web/ui';
import { useMemo } from 'react';
import { presenceChannelsOf } from './case-link.rules.ts';
import { othersHere, othersOnItems } from './here.rules.ts';

/** The others on these items, whichever page they look from; all of them also stand in the top bar. */
export function useItemPresence(
  items: readonly WorkItem[],
  asOf: number,
): ReadonlyMap<string, readonly PresentPerson[]> {
  const { user } = useSession();
  const names = [...new Set(items.flatMap(presenceChannelsOf))].sort().join(' ');
  const presence = useChannelsPresence(
    useMemo(() => names.split(' ').filter(Boolean), [names]),
    asOf,
  );
  usePeopleHere(
    useMemo(() => {
      const ids = new Set(items.flatMap(({ id, subjectId }) => [id, subjectId]));
      return othersHere(
        [...presence].flatMap(([id, people]) => (ids.has(id) ? people : [])),
        user.id,
      );
    }, [items, presence, user.id]),
  );
  return useMemo(() => othersOnItems(items, presence, user.id), [items, presence, user.id]);
}
