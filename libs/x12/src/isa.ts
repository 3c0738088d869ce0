import { areDistinct, canDelimit, type Delimiters } from './delimiters.ts';

/** An ISA segment found in the text: its delimiters and where its terminator stands. */
export type IsaFound = {
  readonly delimiters: Delimiters;
  readonly end: number;
  /** False when the fields are not of the fixed widths of X12.5 (106 characters). */
  readonly isFixedWidth: boolean;
  /** False when ISA11 names a repetition separator that is one of the others, so that there is none. */
  readonly canRepeat: boolean;
};

/** The UTF-8 byte order mark as byte text. */
export const BYTE_ORDER_MARK = '\xef\xbb\xbf';

const LONGEST_ISA = 512;
const FIXED_WIDTH_END = 105;

/** Whether an ISA may start here: `ISAAC` is a name, not an envelope. */
export function startsIsa(text: string, start: number): boolean {
  return text.startsWith('ISA', start) && canDelimit(text.charAt(start + 3));
}

/** Whether what is left of a chunk, three bytes at most, may be the beginning of an ISA or of a mark before it. */
export function mayBecomeIsa(rest: string): boolean {
  return 'ISA'.startsWith(rest) || BYTE_ORDER_MARK.startsWith(rest);
}

/**
 * Reads the delimiters from the ISA that starts at `start` by counting its sixteen elements, so that fields of
 * the wrong width do no harm. `incomplete` asks for more text, `bad` means there is no usable ISA.
 */
export function readIsa(text: string, start: number): IsaFound | 'incomplete' | 'bad' {
  const element = text.charAt(start + 3);
  const starts = elementStarts(text, start, element);
  const last = starts[15];
  if (starts.length < 16 || last === undefined || last + 1 >= text.length)
    return text.length - start < LONGEST_ISA ? 'incomplete' : 'bad';
  const [isa11 = 0, isa12 = 0] = starts.slice(10, 12);
  return found(text, start, last, repetitionOf(text.charAt(isa11), text.slice(isa12, isa12 + 5)));
}

function found(text: string, start: number, last: number, repetition: string | undefined): IsaFound | 'bad' {
  const plain = { element: text.charAt(start + 3), component: text.charAt(last), segment: text.charAt(last + 1) };
  if (!areDistinct(plain)) return 'bad';
  const end = last + 1;
  const isFixedWidth = widthOf(text, start, end) === FIXED_WIDTH_END;
  if (repetition === undefined) return { delimiters: plain, end, isFixedWidth, canRepeat: true };
  const delimiters = { ...plain, repetition };
  const canRepeat = areDistinct(delimiters);
  return { delimiters: canRepeat ? delimiters : plain, end, isFixedWidth, canRepeat };
}

/** How many characters ISA has before its terminator, line ends of a wrapped file not counted. */
function widthOf(text: string, start: number, end: number): number {
  return text.slice(start, end).replaceAll('\r', '').replaceAll('\n', '').length;
}

/** Where ISA01 to ISA16 start, as far as the text goes. */
function elementStarts(text: string, start: number, element: string): number[] {
  const starts: number[] = [];
  let at = start + 3;
  while (starts.length < 16 && at !== -1 && at - start < LONGEST_ISA) {
    starts.push(at + 1);
    at = text.indexOf(element, at + 1);
  }
  return starts;
}

/** ISA11 is the repetition separator from 00402 on; before that it named a standard (`U`). */
function repetitionOf(isa11: string, version: string): string | undefined {
  return version >= '00402' && canDelimit(isa11) ? isa11 : undefined;
}
