import type { ReactNode } from 'react';
import { ErrorStrip } from '../feedback/error-strip.tsx';
import { ChangedNotice, type ChangedField } from './changed-notice.tsx';

/** What a form over a live row knows of its troubles. */
export type TroubledForm<Form extends object> = {
  /** A refusal that belongs to no field. */
  refusal: { text: string; traceId?: string } | undefined;
  /** Fields that others changed since the form was opened, as they are now. */
  theirs: Partial<Form>;
  /** What of mine differs from the row as it is now. */
  patch: Partial<Form>;
};

/** Props of `FormProblem`. */
export type FormProblemProps<Form extends object> = {
  form: TroubledForm<Form>;
  /** What the fields are called. */
  labels: Partial<Record<keyof Form, string>>;
  /** A field's value in words. */
  show: (field: keyof Form, value: Form[keyof Form]) => ReactNode;
};

/** What stands above the fields of a form: a refusal, and what others saved while it was open. */
export function FormProblem<Form extends object>({ form, labels, show }: FormProblemProps<Form>) {
  const fields = (Object.keys(form.theirs) as (keyof Form)[]).filter((field) => labels[field] !== undefined);
  const changed: ChangedField[] = fields.map((field) => ({
    label: labels[field] ?? '',
    now: show(field, form.theirs[field] as Form[keyof Form]) || 'empty',
    isMineKept: field in form.patch,
  }));
  return (
    <>
      {form.refusal && (
        <ErrorStrip title="Not saved." traceId={form.refusal.traceId}>
          {form.refusal.text} What you typed is kept.
        </ErrorStrip>
      )}
      <ChangedNotice fields={changed} />
    </>
  );
}
