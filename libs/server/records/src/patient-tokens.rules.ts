import { nameKeyOf } from './name-key.rules.ts';
import type { PersonName } from './patient-mark.rules.ts';

const MOST_TOKENS = 12;

/** The words a patient is found by: every word of the name and the record number, as they are compared. */
export function tokensOf(name: PersonName, mrn: string | null = null): string[] {
  const words = nameKeyOf(`${name.lastName} ${name.firstName} ${name.middleName ?? ''}`).split(' ');
  return [...new Set([...words, ...(mrn === null ? [] : [numberToken(mrn)])])].filter(Boolean).slice(0, MOST_TOKENS);
}

/** The words of a search, in the same form. */
export const searchWords = (text: string): string[] => nameKeyOf(text).split(' ').filter(Boolean).slice(0, 6);

/** The end of the range of everything that begins with a word, in the order of bytes. */
export const rangeEnd = (word: string): string => `${word}\u{10ffff}`;

const numberToken = (mrn: string): string => nameKeyOf(mrn).replaceAll(' ', '');
