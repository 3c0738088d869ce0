/** The four characters an interchange is cut by (X12.5, ISA). `repetition` is absent before 00402. */
export type Delimiters = {
  readonly element: string;
  readonly repetition?: string | undefined;
  readonly component: string;
  readonly segment: string;
};

/** What nearly every payer sends: `*`, `^`, `:` and `~`. */
export const USUAL_DELIMITERS: Delimiters = { element: '*', repetition: '^', component: ':', segment: '~' };

const isLetterOrDigit = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/**
 * Whether a character may cut text: one ASCII character, no letter, digit or space. Control characters are
 * allowed (some trading partners use 0x1D to 0x1F, and line ends serve as segment terminators).
 */
export function canDelimit(character: string): boolean {
  const code = character.charCodeAt(0);
  return character.length === 1 && code > 0 && code < 128 && code !== 32 && !isLetterOrDigit(code);
}

/** Whether all delimiters can delimit and no two are the same. */
export function areDistinct(delimiters: Delimiters): boolean {
  const used = [delimiters.element, delimiters.component, delimiters.segment];
  if (delimiters.repetition !== undefined) used.push(delimiters.repetition);
  return used.every(canDelimit) && new Set(used).size === used.length;
}
