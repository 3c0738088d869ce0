import { ColleaguesProvider, LiveProvider, useSessionState } from '@caseboard/web/kernel';
import { SignInPage } from '@caseboard/web/identity';
import type { ReactNode } from 'react';

/** Shows the page to whoever is signed in, else the sign-in card in its place, so that the address survives. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { session } = useSessionState();
  if (session === undefined) return null;
  if (session === null) return <SignInPage />;
  return (
    <LiveProvider key={session.user.id}>
      <ColleaguesProvider>{children}</ColleaguesProvider>
    </LiveProvider>
  );
}
