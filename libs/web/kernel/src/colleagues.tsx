import { channels, colleague, pageOf } from '@caseboard/contracts';
import type { Colleague } from '@caseboard/contracts';
import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import * as z from 'zod/mini';
import { api } from './api-client.ts';
import type { LiveSource } from './live/live-list.ts';
import { useLiveList } from './live/use-live-list.ts';

const page = pageOf(colleague);

/** Everybody of the organisation: names and faces for owners, actors and assign lists, live. */
export const colleaguesSource: LiveSource<Colleague> = {
  channel: channels.colleagues(),
  kind: 'colleague',
  idOf: (person) => person.id,
  load: (cursor) => api.get('/colleagues', page, { query: { limit: 200, cursor } }),
  fetch: async () => ({ items: [], asOf: 0 }),
  parse: (body) => z.safeParse(colleague, body).data,
};

interface Colleagues {
  byId: ReadonlyMap<string, Colleague>;
  active: readonly Colleague[];
  /** The person or rule that an event's actor names: `user:<id>` or `rule:<name>`. */
  nameOfActor(actor: string): string;
}

const ColleaguesContext = createContext<Colleagues | undefined>(undefined);

export function ColleaguesProvider({ children }: { children: ReactNode }) {
  const { byId } = useLiveList(colleaguesSource);
  const colleagues = useMemo<Colleagues>(
    () => ({
      byId,
      active: [...byId.values()].filter(({ isActive }) => isActive).sort((a, b) => a.name.localeCompare(b.name)),
      nameOfActor: (actor) => {
        const [kind, id = ''] = actor.split(':');
        return kind === 'user'
          ? (byId.get(id)?.name ?? 'Somebody')
          : `rule: ${(id.split('.').at(-1) ?? id).replaceAll('-', ' ')}`;
      },
    }),
    [byId],
  );
  return <ColleaguesContext.Provider value={colleagues}>{children}</ColleaguesContext.Provider>;
}

export function useColleagues(): Colleagues {
  const colleagues = useContext(ColleaguesContext);
  if (!colleagues) throw new Error('There are no colleagues here.');
  return colleagues;
}
