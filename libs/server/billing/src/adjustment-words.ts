import { CARC_WORDS } from './carc-words.ts';
import { RARC_WORDS } from './rarc-words.ts';

/** A CARC in our short words; `Code 999` when we have none. */
export const carcWords = (code: string): string => CARC_WORDS[code] ?? `Code ${code}`;

/** A RARC in our short words; `Code N999` when we have none. */
export const rarcWords = (code: string): string => RARC_WORDS[code] ?? `Code ${code}`;
