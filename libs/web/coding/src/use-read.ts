import { api } from '@caseboard/web/kernel';
import { useCallback, useEffect, useState } from 'react';
import type * as z from 'zod/mini';

/** One thing read from the interface. */
export interface Read<Value> {
  value: Value | undefined;
  error: unknown;
  again(): void;
}

/** Reads a path once, and again when asked; nothing while there is no path. `schema` must be stable. */
export function useRead<Value>(path: string | undefined, schema: z.core.$ZodType<Value>): Read<Value> {
  const [held, setHeld] = useState<{ path: string | undefined; value?: Value; error?: unknown }>({ path });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (path === undefined) return undefined;
    const stop = new AbortController();
    api.get(path, schema, { signal: stop.signal }).then(
      (value) => setHeld({ path, value }),
      (error: unknown) => stop.signal.aborted || setHeld({ path, error }),
    );
    return () => stop.abort();
  }, [path, schema, tries]);
  const isCurrent = held.path === path;
  return {
    value: isCurrent ? held.value : undefined,
    error: isCurrent ? held.error : undefined,
    again: useCallback(() => setTries((before) => before + 1), []),
  };
}
