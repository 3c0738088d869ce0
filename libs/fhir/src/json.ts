/** A JSON object whose fields nobody has looked at yet. */
export type Json = Readonly<Record<string, unknown>>;

const NOTHING: Json = {};

/** The value as an object; an empty one when it is none. */
export const recordOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : NOTHING;

/** The objects in a list; a single object counts as a list of one. */
export function recordsOf(value: unknown): Json[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is Json => typeof one === 'object' && one !== null && !Array.isArray(one));
}

// PostgreSQL keeps no NUL, and lone surrogates are no text.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** The value as trimmed text of at most `most` characters; empty when it is none. */
export function textOf(value: unknown, most = 300): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value).slice(0, most * 2);
  return text.replace(CONTROLS, ' ').toWellFormed().trim().slice(0, most);
}

/** The texts in a list. */
export const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).map((one) => textOf(one)).filter((text) => text !== '');
