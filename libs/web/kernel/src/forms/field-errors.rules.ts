import type { ErrorCode } from '@caseboard/contracts';
import { ApiError } from '../api-error.ts';

/** What is wrong with which field, in words. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Codes that speak of one field. */
export type CodeFields = Readonly<Partial<Record<ErrorCode, string>>>;

/**
 * The fields a refusal names: by JSON pointer (`/roles/0` is the field `roles`), or by its code when the code
 * speaks of one field.
 */
export function fieldErrorsOf(error: unknown, codeFields: CodeFields = {}): FieldErrors {
  if (!(error instanceof ApiError) || !error.problem) return {};
  const named = codeFields[error.problem.code];
  if (named !== undefined) return { [named]: error.message };
  return Object.fromEntries(
    (error.problem.errors ?? []).map(({ pointer, message }) => [pointer.split('/')[1] ?? '', message]),
  );
}

/** Whether every word of a refusal found its field, so that no strip above the form has to repeat it. */
export function isToldByFields(errors: FieldErrors, fields: readonly string[]): boolean {
  const named = Object.keys(errors);
  return named.length > 0 && named.every((field) => fields.includes(field));
}
