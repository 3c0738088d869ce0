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
 * allowed, since some trading partners use 0x1D to 0x1F; a line end may only end a segment (`canEndSegment`),
 * because files are wrapped at line ends.
 */
export function canDelimit(character: string): boolean {
  return canEndSegment(character) && character !== '\r' && character !== '\n';
}

/** Whether a character may end a segment: one that can delimit, or a line end. */
export function canEndSegment(character: string): boolean {
  const code = character.charCodeAt(0);
  return character.length === 1 && code > 0 && code < 128 && code !== 32 && !isLetterOrDigit(code);
}

/** Whether all delimiters can do their work and no two are the same. */
export function areDistinct({ element, repetition, component, segment }: Delimiters): boolean {
  const inside = repetition === undefined ? [element, component] : [element, repetition, component];
  const used = new Set([...inside, segment]);
  return canEndSegment(segment) && inside.every(canDelimit) && used.size === inside.length + 1;
}
