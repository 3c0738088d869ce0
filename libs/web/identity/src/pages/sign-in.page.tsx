import { useGo, useSessionState, wordsOf } from '@caseboard/web/kernel';
import { AppLink, SignInCard } from '@caseboard/web/ui';
import { useState } from 'react';

/** Signs a person in and lets the page they wanted appear. */
export function SignInPage() {
  const go = useGo();
  const { signIn } = useSessionState();
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (email: string, password: string) => {
    setBusy(true);
    setError(undefined);
    await signIn(email, password).catch((refusal: unknown) => setError(wordsOf(refusal).text));
    setBusy(false);
  };
  return (
    <SignInCard
      error={error}
      isBusy={isBusy}
      onSubmit={(email, password) => void submit(email, password)}
      footer={
        <AppLink href="/forgot-password" onNavigate={go}>
          Forgot the password
        </AppLink>
      }
    />
  );
}
