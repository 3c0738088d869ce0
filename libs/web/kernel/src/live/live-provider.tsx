import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { LiveConnection } from './live-connection.ts';
import type { Connection } from './live-connection.ts';

const LiveContext = createContext<LiveConnection | undefined>(undefined);

/** Opens the page's socket while somebody is signed in. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const connection = useMemo(() => new LiveConnection(), []);
  useEffect(() => {
    connection.open();
    return () => connection.close();
  }, [connection]);
  return <LiveContext.Provider value={connection}>{children}</LiveContext.Provider>;
}

export function useLiveConnection(): LiveConnection {
  const connection = useContext(LiveContext);
  if (!connection) throw new Error('There is no live connection here.');
  return connection;
}

/** Whether the page is live, and since when it is as it is. */
export function useConnection(): Connection {
  const connection = useLiveConnection();
  return useSyncExternalStore(connection.onChange, () => connection.current);
}
