import { useEffect, useState } from 'react';
import { ApiError, wordsOf } from '../api-error.ts';
import { openDraft, patchOf, rebased } from './draft.rules.ts';
import { fieldErrorsOf, isToldByFields } from './field-errors.rules.ts';
import type { CodeFields, FieldErrors } from './field-errors.rules.ts';

export interface RowFormAsk<Form extends object> {
  /** The row's fields as they are now; a newer `version` is merged under what the person typed. */
  form: Form;
  /** 0 for a row that is still to be made. */
  version: number;
  /** What is wrong before anything is sent. */
  check(form: Form): FieldErrors;
  codeFields?: CodeFields;
  /** The row inside a 412; undefined when it is not one. */
  readStale?(current: unknown): { form: Form; version: number } | undefined;
}

export interface RowForm<Form extends object> {
  values: Form;
  set<Field extends keyof Form>(field: Field, value: Form[Field]): void;
  errors: FieldErrors;
  /** A refusal that belongs to no field. */
  refusal: { text: string; traceId?: string; error: unknown } | undefined;
  isBusy: boolean;
  /** Fields that others changed since the form was opened, as they are now. */
  theirs: Partial<Form>;
  /** What of mine differs from the row as it is now. */
  patch: Partial<Form>;
  version: number;
  /** Sends when the check finds nothing; true when it is saved or nothing was to be saved. */
  submit(send: (patch: Partial<Form>, version: number, form: Form) => Promise<unknown>): Promise<boolean>;
}

const NOTHING: FieldErrors = {};

/** The state of one form over one row: draft, what others change meanwhile, refusals beside their fields. */
export function useRowForm<Form extends object>({
  form,
  version,
  check,
  codeFields,
  readStale,
}: RowFormAsk<Form>): RowForm<Form> {
  const [draft, setDraft] = useState(() => openDraft(form, version));
  const [errors, setErrors] = useState<FieldErrors>(NOTHING);
  const [refusal, setRefusal] = useState<RowForm<Form>['refusal']>();
  const [isBusy, setBusy] = useState(false);
  useFocusOnError(errors);
  if (version > draft.version && !isBusy) setDraft(rebased(draft, form, version));
  const patch = patchOf(draft.seen, draft.mine);

  const refuse = (error: unknown) => {
    const found = fieldErrorsOf(error, codeFields);
    setErrors(found);
    setRefusal(isToldByFields(found, Object.keys(form)) ? undefined : { ...strayWords(error, found), error });
    const stale =
      error instanceof ApiError && error.code === 'request/stale' ? readStale?.(error.problem?.current) : undefined;
    if (stale) setDraft((before) => rebased(before, stale.form, stale.version));
  };

  return {
    values: draft.mine,
    set: (field, value) => {
      setDraft((before) => ({ ...before, mine: { ...before.mine, [field]: value } }));
      setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => name !== field)));
    },
    errors,
    refusal,
    isBusy,
    theirs: draft.theirs,
    patch,
    version: draft.version,
    submit: async (send) => {
      const wrong = check(draft.mine);
      setErrors(wrong);
      setRefusal(undefined);
      if (Object.keys(wrong).length > 0) return false;
      if (draft.version > 0 && Object.keys(patch).length === 0) return true;
      setBusy(true);
      const isSaved = await send(patch, draft.version, draft.mine).then(
        () => true,
        (error: unknown) => refuse(error),
      );
      setBusy(false);
      return isSaved === true;
    },
  };
}

/** Words of the server about something the form has no field for stand in the strip. */
function strayWords(error: unknown, found: FieldErrors): { text: string; traceId?: string } {
  if (error instanceof ApiError && error.code === 'request/stale')
    return { text: 'Somebody saved this first. Look at what changed, then save again.' };
  const words = wordsOf(error);
  const [stray] = Object.values(found);
  return stray === undefined ? words : { ...words, text: stray };
}

/** After a refusal the focus goes to the first field that is wrong. */
function useFocusOnError(errors: FieldErrors): void {
  useEffect(() => {
    if (Object.keys(errors).length > 0) document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
  }, [errors]);
}
