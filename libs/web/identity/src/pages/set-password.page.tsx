import { api, useGo, wordsOf } from '@caseboard/web/kernel';
import { AppLink, Brand } from '@caseboard/web/ui';
import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';

/** Where invitation and reset links lead. The token is in the fragment, so it reaches no log. */
export function SetPasswordPage() {
  const go = useGo();
  const [token] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '');
  const [password, setPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await api.post('/passwords', undefined, { body: { token, password } }).then(
      () => setDone(true),
      (refusal: unknown) => setError(wordsOf(refusal).text),
    );
  };
  return (
    <div className="cb-sign-in">
      <main>
        <Brand />
        <form className="cb-sign-in-card" onSubmit={(event) => void submit(event)}>
          <h1>Choose a password</h1>
          {isDone ? (
            <p role="status">The password is set. Sessions that were open have ended.</p>
          ) : (
            <>
              <PasswordInput
                size="lg"
                label="New password"
                description="At least 12 characters; long and memorable beats short and odd."
                autoComplete="new-password"
                required
                withAsterisk={false}
                value={password}
                error={error}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
              <Button type="submit" size="lg" variant="filled">
                Set password
              </Button>
            </>
          )}
          <AppLink href="/" onNavigate={go}>
            To sign in
          </AppLink>
        </form>
      </main>
    </div>
  );
}
