import { COMMON_WORDS, LOOKALIKES } from './common-passwords.ts';

const LEAST_CHARACTERS = 12;
const LEAST_DIFFERENT = 5;
const RUNS = ['01234567890123456789', '98765432109876543210', 'abcdefghijklmnopqrstuvwxyz'];

/** The form in which a password is hashed and compared: one writing for one look (NIST SP 800-63B, 5.1.1.2). */
export const canonical = (password: string) => password.normalize('NFKC');

/**
 * May a password not be used by this person? Length counts more than signs (NIST SP 800-63B, 5.1.1.2): at
 * least 12 characters, no common word with decoration, no run, nothing of the person's own email.
 */
export function isWeakPassword(password: string, email: string): boolean {
  const low = canonical(password).toLowerCase();
  const characters = [...low];
  return (
    characters.length < LEAST_CHARACTERS ||
    new Set(characters).size < LEAST_DIFFERENT ||
    RUNS.some((run) => run.includes(low)) ||
    isDecoratedWord(low) ||
    holdsEmail(low, email.toLowerCase())
  );
}

function isDecoratedWord(low: string): boolean {
  const letters = low.replace(/[^\p{L}]/gu, '');
  const core = low.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const meant = [...core].map((character) => LOOKALIKES[character] ?? character).join('');
  return [letters, meant].some((word) => COMMON_WORDS.has(word) || isRepeatedWord(word));
}

const isRepeatedWord = (word: string) => {
  const once = /^(.{3,}?)\1+$/.exec(word)?.[1];
  return once !== undefined && COMMON_WORDS.has(once);
};

function holdsEmail(low: string, email: string): boolean {
  const name = email.split('@')[0] ?? '';
  return low.includes(email) || (name.length >= 4 && low.includes(name));
}
