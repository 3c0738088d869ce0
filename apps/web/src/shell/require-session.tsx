import { ColleaguesProvider, LiveProvider, useSessionState } from '@caseboard/web/kernel';
import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';

const SignInPage = lazy(async () => ({ default: (await import('@caseboard/web/identity')).SignInPage }));

/** Shows the page to whoever is signed in, else the sign-in card in its place, so that the address survives. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { session, rights } = useSessionState();
  if (session === undefined) return null;
  if (session === null) {
    return (
      <Suspense>
        <SignInPage />
      </Suspense>
    );
  }
  return (
    <LiveProvider key={`${session.user.id} ${rights}`}>
      <ColleaguesProvider>{children}</ColleaguesProvider>
    </LiveProvider>
  );
}
