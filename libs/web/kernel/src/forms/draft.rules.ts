/** What a person is typing over a row that others may change meanwhile. */
export interface Draft<Form extends object> {
  /** The row's fields as last read, and the version they had. */
  seen: Form;
  version: number;
  mine: Form;
  /** Fields that others changed since the form was opened, as they are now. */
  theirs: Partial<Form>;
}

export const openDraft = <Form extends object>(form: Form, version: number): Draft<Form> => ({
  seen: form,
  version,
  mine: form,
  theirs: {},
});

/** The fields that differ, as JSON merge patch (RFC 7396). Lists are sets: their order does not count. */
export function patchOf<Form extends object>(before: Form, after: Form): Partial<Form> {
  const fields = Object.keys(after) as (keyof Form)[];
  return Object.fromEntries(
    fields.filter((field) => !isSame(before[field], after[field])).map((field) => [field, after[field]]),
  ) as Partial<Form>;
}

/**
 * The draft over a newer row: what I typed stays mine, what I left alone becomes what it is now, and what
 * others changed is remembered to be told. An older or equal version changes nothing.
 */
export function rebased<Form extends object>(draft: Draft<Form>, form: Form, version: number): Draft<Form> {
  if (version <= draft.version) return draft;
  return {
    seen: form,
    version,
    mine: { ...form, ...patchOf(draft.seen, draft.mine) },
    theirs: { ...draft.theirs, ...patchOf(draft.seen, form) },
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((item) => other.includes(item))
    : one === other;
}
