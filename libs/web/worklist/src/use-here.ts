import { usePeopleHere, usePresence, useSession } from '@caseboard/web/kernel';
import type { PresentPerson } from '@caseboard/web/ui';
import { useMemo } from 'react';
import { othersByRow, othersHere } from './here.rules.ts';

/** The others on the rows of a channel this page follows; all of them also stand in the top bar. */
export function useHere(channel: string): ReadonlyMap<string, readonly PresentPerson[]> {
  const { user } = useSession();
  const presence = usePresence(channel);
  const everybody = useMemo(() => othersHere([...presence.values()].flat(), user.id), [presence, user.id]);
  usePeopleHere(everybody);
  return useMemo(() => othersByRow(presence, user.id), [presence, user.id]);
}
