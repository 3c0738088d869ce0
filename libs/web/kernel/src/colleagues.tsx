import { channels, colleague, pageOf, UserChanged } from '@caseboard/contracts';
import type { Colleague } from '@caseboard/contracts';
import { createContext, useContext, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import * as z from 'zod/mini';
import { api } from './api-client.ts';
import type { LiveSource } from './live/live-list.ts';
import type { AppliedChange } from './live/live-rows.ts';
import { useLiveList } from './live/use-live-list.ts';
import { useSession, useSessionState } from './session-context.tsx';

const page = pageOf(colleague);

/** Everybody of the organisation: names and faces for owners, actors and assign lists, live. */
const colleaguesSource: LiveSource<Colleague> = {
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
  const { byId, changed } = useLiveList(colleaguesSource);
  useOwnRights(byId, changed);
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

/**
 * An administrator changed this person: rights and every row on screen are read again, so that nothing lost stays. A
 * change between reading the session and reading the colleagues comes with no event: then the roles differ.
 */
function useOwnRights(byId: ReadonlyMap<string, Colleague>, changed: ReadonlyMap<string, AppliedChange>): void {
  const { reread } = useSessionState();
  const { user, roles } = useSession();
  const isMine = changed.get(user.id)?.name === UserChanged.name;
  const held = byId.get(user.id)?.roles;
  const isOther = held !== undefined && !sameRoles(held, roles);
  useEffect(() => {
    if (isMine || isOther) void reread().catch(() => undefined);
  }, [isMine, isOther, reread]);
}

const sameRoles = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role));

export function useColleagues(): Colleagues {
  const colleagues = useContext(ColleaguesContext);
  if (!colleagues) throw new Error('There are no colleagues here.');
  return colleagues;
}
