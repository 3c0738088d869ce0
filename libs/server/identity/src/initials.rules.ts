const TITLES = /^(dr|prof|mr|mrs|ms|mx)\.?\s+/i;

/**
 * Initials for a face: first letters of the first and the last name, in capitals. Titles before the name and
 * degrees after a comma do not count; a single name gives its first two letters.
 */
export function initialsOf(name: string): string {
  const words = bare(name)
    .split(/\s+/)
    .map(lettersOf)
    .filter((letters) => letters.length > 0);
  const [first = ['?']] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;
  const taken = last ? [first[0], last[0]] : first.slice(0, 2);
  return taken.join('').toUpperCase();
}

const bare = (name: string) => (name.split(',')[0] ?? '').trim().replace(TITLES, '');
const lettersOf = (word: string) => [...word.normalize('NFC')].filter((character) => /[\p{L}\p{N}]/u.test(character));
