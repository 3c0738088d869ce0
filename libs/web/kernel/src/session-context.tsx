import { session as sessionSchema } from '@caseboard/contracts';
import type { Permission, Session } from '@caseboard/contracts';
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from './api-client.ts';
import { onSignedOut } from './signed-out.ts';

interface SessionState {
  /** `undefined` while it is asked for, `null` when nobody is signed in. */
  session: Session | null | undefined;
  signIn(email: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  /** Reads the session again: this person's rights changed. `rights` then counts up, so that whoever holds rows starts over. */
  reread(): Promise<void>;
  rights: number;
}

const SessionContext = createContext<SessionState | undefined>(undefined);

/** Knows who is signed in on this page. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session | null>();
  const [rights, setRights] = useState(0);
  useEffect(() => {
    api.get('/session', sessionSchema).then(setSession, () => setSession(null));
    return onSignedOut(() => setSession(null));
  }, []);
  const signIn = useCallback(async (email: string, password: string) => {
    setSession(await api.post('/session', sessionSchema, { body: { email, password } }));
  }, []);
  const signOut = useCallback(async () => {
    await api.delete('/session');
    setSession(null);
  }, []);
  const reread = useCallback(async () => {
    setSession(await api.get('/session', sessionSchema));
    setRights((before) => before + 1);
  }, []);
  const state = useMemo(
    () => ({ session, signIn, signOut, reread, rights }),
    [session, signIn, signOut, reread, rights],
  );
  return <SessionContext.Provider value={state}>{children}</SessionContext.Provider>;
}

export function useSessionState(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('There is no session provider here.');
  return state;
}

/** The signed-in person; only below a page that needs one. */
export function useSession(): Session {
  const { session } = useSessionState();
  if (!session) throw new Error('Nobody is signed in.');
  return session;
}

/** Whether this person may do something; the server decides again. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession();
  return useCallback((permission) => session.permissions.includes(permission), [session]);
}
