import { claim } from '@caseboard/contracts';
import type { Claim } from '@caseboard/contracts';
import { api, useLiveList, useMay, type LiveState } from '@caseboard/web/kernel';
import { useEffect, useMemo, useState } from 'react';
import { openedCase } from './denials.live.ts';
import type { OpenedCase } from './denials.live.ts';

/** One case with everything behind it, live; undefined while it comes. */
export function useDenialCase(id: string): { opened: OpenedCase | undefined; state: LiveState; reload(): void } {
  const { rows, state, reload } = useLiveList(useMemo(() => openedCase(id), [id]));
  return { opened: rows[0], state, reload };
}

/** The claim of a case where the person may read claims; undefined while it comes, or when there is none. */
export function useClaim(claimId: string | null | undefined): Claim | undefined {
  const may = useMay();
  const mayRead = may('billing.claim.read');
  const [found, setFound] = useState<Claim>();
  useEffect(() => {
    setFound(undefined);
    if (!claimId || !mayRead) return undefined;
    const stop = new AbortController();
    api.get(`/claims/${claimId}`, claim, { signal: stop.signal }).then(setFound, () => undefined);
    return () => stop.abort();
  }, [claimId, mayRead]);
  return found;
}
