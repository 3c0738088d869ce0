import { api, useGo, wordsOf } from '@caseboard/web/kernel';
import { AppLink, Brand } from '@caseboard/web/ui';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';

/** Asks for a link by mail. The answer is the same whether the address is known or not. */
export function ForgotPasswordPage() {
  const go = useGo();
  const [email, setEmail] = useState('');
  const [isSent, setSent] = useState(false);
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await api.post('/password-resets', undefined, { body: { email } }).then(
      () => setSent(true),
      (refusal: unknown) => setError(wordsOf(refusal).text),
    );
  };
  return (
    <div className="cb-sign-in">
      <main>
        <Brand />
        <form className="cb-sign-in-card" onSubmit={(event) => void submit(event)}>
          <h1>Set a new password</h1>
          {isSent ? (
            <p role="status">If this address belongs to somebody here, a link is on its way. It works for one hour.</p>
          ) : (
            <>
              <TextInput
                size="lg"
                type="email"
                label="Email"
                required
                withAsterisk={false}
                value={email}
                error={error}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              <Button type="submit" size="lg" variant="filled">
                Send a link
              </Button>
            </>
          )}
          <AppLink href="/" onNavigate={go}>
            Back to sign in
          </AppLink>
        </form>
      </main>
    </div>
  );
}
