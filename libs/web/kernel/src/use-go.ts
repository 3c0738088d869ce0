import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Goes to an address of this app, as a link does: `/denials?case=…`. */
export function useGo(): (href: string) => void {
  const { history } = useRouter();
  return useCallback((href) => history.push(href), [history]);
}
