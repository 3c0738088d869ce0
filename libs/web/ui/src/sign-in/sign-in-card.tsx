import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconAlertOctagon, IconKey } from '@tabler/icons-react';
import { useRef, type FormEvent, type ReactNode } from 'react';
import { Banner } from '../feedback/banner.tsx';
import { Brand } from '../shell/brand.tsx';

/** Props of `SignInCard`. */
export type SignInCardProps = {
  /** Named in the title when it is known before signing in. */
  organisation?: string | undefined;
  /** Why the person sees this: `You were signed out after 15 minutes. Your drafts are kept.` */
  notice?: ReactNode;
  /** What was wrong with the last try, and what is left. */
  error?: ReactNode;
  isBusy?: boolean;
  onSubmit: (email: string, password: string) => void;
  onHospitalSignIn?: (() => void) | undefined;
  /** Where they go next: `Denial DEN-001903`, from a link. */
  nextPlace?: string | undefined;
  defaultEmail?: string;
  /** Links at the bottom of the page. */
  footer?: ReactNode;
};

/** The sign-in page: one card, email and password (paste and password managers work), hospital sign-in beside it. */
export function SignInCard({
  organisation,
  notice,
  error,
  isBusy = false,
  onSubmit,
  onHospitalSignIn,
  nextPlace,
  defaultEmail,
  footer,
}: SignInCardProps) {
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = new FormData(form.current ?? undefined);
    onSubmit(String(fields.get('email') ?? ''), String(fields.get('password') ?? ''));
  };
  return (
    <div className="cb-sign-in">
      <main>
        <Brand />
        <form ref={form} className="cb-sign-in-card" onSubmit={submit}>
          <div>
            <h1>{organisation === undefined ? 'Sign in' : `Sign in to ${organisation}`}</h1>
            {notice !== undefined && <p className="cb-soft">{notice}</p>}
          </div>
          {error !== undefined && (
            <Banner tone="bad" role="alert" boxed icon={<IconAlertOctagon size={16} aria-hidden="true" />}>
              {error}
            </Banner>
          )}
          <TextInput
            size="lg"
            name="email"
            label="Email"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            defaultValue={defaultEmail}
            autoFocus={defaultEmail === undefined}
          />
          <PasswordInput
            size="lg"
            name="password"
            label="Password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            autoFocus={defaultEmail !== undefined}
            visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
          />
          <Button type="submit" size="lg" variant="filled" loading={isBusy}>
            Sign in
          </Button>
          {onHospitalSignIn !== undefined && (
            <>
              <div className="cb-or">or</div>
              <Button size="lg" variant="outline" leftSection={<IconKey size={16} />} onClick={onHospitalSignIn}>
                Use hospital sign-in
              </Button>
            </>
          )}
          {nextPlace !== undefined && (
            <p className="cb-small cb-dim">
              Next you open: <b>{nextPlace}</b>, from your link.
            </p>
          )}
        </form>
      </main>
      <footer>
        <span>Patient data is logged when opened.</span>
        {footer}
      </footer>
    </div>
  );
}
