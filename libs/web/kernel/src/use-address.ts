import { useLocation, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { patchedSearch } from './address.rules.ts';
import type { AddressPatch } from './address.rules.ts';

/** The filters, view and open case of a page, as its address says them. */
export interface Address {
  values: Readonly<Record<string, string>>;
  /** Sets, or with undefined takes away. `replace` leaves no step for Back. */
  change(patch: AddressPatch, how?: 'push' | 'replace'): void;
}

/** The address is the page's state: a link to it shows the same. */
export function useAddress(): Address {
  const { history } = useRouter();
  const { searchStr } = useLocation();
  const values = useMemo(() => Object.fromEntries(new URLSearchParams(searchStr)), [searchStr]);
  const change = useCallback(
    (patch: AddressPatch, how: 'push' | 'replace' = 'push') => {
      const { pathname, search } = history.location;
      history[how](`${pathname}${patchedSearch(search, patch)}`);
    },
    [history],
  );
  return { values, change };
}
