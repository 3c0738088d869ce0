import { Button } from '@mantine/core';
import { useCallback, useRef, type FormEvent, type ReactNode } from 'react';
import { SideDrawer } from '../feedback/side-drawer.tsx';
import { CloseButton } from '../marks/close-button.tsx';

/** Props of `FormDrawer`. */
export type FormDrawerProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** A verb: `Add user`. */
  submitLabel: string;
  onSubmit: () => void;
  isBusy?: boolean;
  /** Why it cannot be sent now; the button stays, off, with the reason beside it. */
  offReason?: string | undefined;
  /** Usually `ErrorStrip`. */
  error?: ReactNode;
  /** Mantine inputs; one column. */
  children: ReactNode;
};

/** A form that slides in from the right: fields, what went wrong, one filled button. */
export function FormDrawer({
  isOpen,
  onClose,
  title,
  submitLabel,
  onSubmit,
  isBusy = false,
  offReason,
  error,
  children,
}: FormDrawerProps) {
  const form = useRef<HTMLFormElement>(null);
  const focusFirst = () => firstField(form.current)?.focus();
  // A drawer that is open from its beginning has no transition to wait for: its focus trap looks for this mark.
  const take = useCallback((element: HTMLFormElement | null) => {
    form.current = element;
    firstField(element)?.setAttribute('data-autofocus', '');
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (offReason === undefined) onSubmit();
  };
  return (
    <SideDrawer isOpen={isOpen} onClose={onClose} label={title} width={420} onOpened={focusFirst}>
      <form ref={take} className="cb-case-frame" onSubmit={submit}>
        <div className="cb-form-head">
          <h2>{title}</h2>
          <CloseButton onClick={onClose} />
        </div>
        <div className="cb-case-body">
          {error}
          {children}
        </div>
        <div className="cb-case-foot">
          <Button type="submit" variant="filled" loading={isBusy} disabled={offReason !== undefined}>
            {submitLabel}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          {offReason !== undefined && <span className="cb-small cb-dim">{offReason}</span>}
        </div>
      </form>
    </SideDrawer>
  );
}

const firstField = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>('input:not([type=hidden]), textarea');
