/** Somebody as the screens know them: never more than an id and a name. */
export type Person = { id: string; name: string };

/** What a person does on the thing shown: looks, has it open elsewhere, or types. */
export type PresenceState = 'viewing' | 'away' | 'editing';

/** A person together with their presence. */
export type PresentPerson = Person & { presence: PresenceState };

const titles = new Set(['dr', 'dr.', 'mr', 'mr.', 'mrs', 'mrs.', 'ms', 'ms.']);

/** Two capital letters of a name, titles left out: `Dr. Marcus Bell` is `MB`. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '' && !titles.has(word.toLowerCase()));
  const first = words[0] ?? name;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return (first.slice(0, last === '' ? 2 : 1) + last.slice(0, 1)).toUpperCase();
}

/** One of the eight face tints, steady for an id, so that a person keeps their colour everywhere. */
export function tintOf(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 9973;
  return (sum % 8) + 1;
}

/** The name as a screen reader hears it: `Ben Okafor, editing`. */
export function spokenName(person: Person, presence?: PresenceState): string {
  return presence === undefined ? person.name : `${person.name}, ${presence}`;
}
