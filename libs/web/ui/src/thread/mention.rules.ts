import type { Person } from '../people/person.rules.ts';

/** The name being written after an `@`: where the `@` stands and what follows it. */
export type AskedMention = { at: number; text: string };

/** Part of a message: words, or the name of somebody called in. */
export type BodyPart = { text: string; personId?: string };

const LONGEST = 40;

/** What the caret stands in: an `@` at the start of a word with at most two words after it. */
export function askedMention(body: string, caret: number): AskedMention | undefined {
  const before = body.slice(0, caret);
  const at = before.lastIndexOf('@');
  if (at < 0 || (at > 0 && !/[\s(]/.test(before[at - 1] ?? ''))) return undefined;
  const text = before.slice(at + 1);
  return text.length > LONGEST || /\n|\S+\s\S*\s/.test(text) ? undefined : { at, text };
}

/** People whose name, or a part of it, begins with the text; the whole name first. */
export function peopleNamed<P extends Person>(people: readonly P[], text: string, most = 6): P[] {
  const wanted = text.toLowerCase();
  const begins = ({ name }: Person) => name.toLowerCase().startsWith(wanted);
  const hasWord = ({ name }: Person) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(wanted));
  return [...people.filter(begins), ...people.filter((one) => !begins(one) && hasWord(one))].slice(0, most);
}

/** The body with the name in place of what was being written, and where the caret then stands. */
export function withMention(body: string, asked: AskedMention, person: Person): { body: string; caret: number } {
  const start = `${body.slice(0, asked.at)}@${person.name} `;
  const rest = body.slice(asked.at + 1 + asked.text.length).replace(/^ /, '');
  return { body: start + rest, caret: start.length };
}

/** A body in its parts; of two names that fit, the longer one is meant. */
export function bodyParts(body: string, people: readonly Person[]): BodyPart[] {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length);
  const parts: BodyPart[] = [];
  let from = 0;
  for (let at = body.indexOf('@'); at >= 0; at = body.indexOf('@', at + 1)) {
    const person = longestFirst.find(({ name }) => isNamedAt(body, at + 1, name));
    if (!person || at < from) continue;
    if (at > from) parts.push({ text: body.slice(from, at) });
    parts.push({ text: `@${person.name}`, personId: person.id });
    from = at + 1 + person.name.length;
  }
  if (from < body.length) parts.push({ text: body.slice(from) });
  return parts;
}

/** Everybody a body calls in, once. */
export const mentionedIn = (body: string, people: readonly Person[]): string[] => [
  ...new Set(bodyParts(body, people).flatMap(({ personId }) => (personId === undefined ? [] : [personId]))),
];

const isNamedAt = (body: string, at: number, name: string) =>
  body.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(body[at + name.length] ?? '');
