import type { Delimiters } from './delimiters.ts';

/** One element to write: text, a composite (its components), or repetitions of composites. */
export type ElementInput = string | readonly string[] | readonly (readonly string[])[];

/** One segment to write: its id first, then elements 1, 2, 3… as the guides number them. */
export type SegmentInput = readonly [id: string, ...elements: ElementInput[]];

/**
 * Writes one segment with its terminator, exactly as given: empty elements at the end stay. ISA is not checked,
 * since its own elements are the delimiters.
 *
 * @throws RangeError when text holds a delimiter (X12 has no escape, so it would be read back as something
 *   else) or repetitions are given without a repetition separator. The message names segment and position only.
 */
export function writeSegment(segment: SegmentInput, delimiters: Delimiters): string {
  if (segment[0] === 'ISA') return segment.join(delimiters.element) + delimiters.segment;
  const written = segment.map((element, position) => writeElement(element, delimiters, segment[0], position));
  return written.join(delimiters.element) + delimiters.segment;
}

/**
 * The segment in its shortest form: without the empty elements, repetitions and components that X12 forbids at the
 * end, a composite of one component as text.
 */
export function trimSegment(segment: SegmentInput): SegmentInput {
  const [id, ...elements] = segment;
  const trimmed = elements.map(trimElement);
  return [id, ...trimmed.slice(0, trimmed.findLastIndex((element) => element !== '') + 1)];
}

/** Free text (a name, an address, a note) with every delimiter and line end replaced by a space. */
export function writableText(text: string, delimiters: Delimiters): string {
  const barred = new Set([...Object.values(delimiters), '\r', '\n']);
  return Array.from(text, (character) => (barred.has(character) ? ' ' : character)).join('');
}

function writeElement(element: ElementInput, delimiters: Delimiters, id: string, position: number): string {
  if (typeof element === 'string') return checked(element, delimiters, id, position);
  if (!element.some(Array.isArray)) return writeComposite(element as readonly string[], delimiters, id, position);
  if (delimiters.repetition === undefined) throw unwritable(id, position, 'repeats without a repetition separator');
  return (element as readonly (readonly string[])[])
    .map((composite) => writeComposite(composite, delimiters, id, position))
    .join(delimiters.repetition);
}

function writeComposite(components: readonly string[], delimiters: Delimiters, id: string, position: number): string {
  return components.map((text) => checked(text, delimiters, id, position)).join(delimiters.component);
}

function checked(text: string, delimiters: Delimiters, id: string, position: number): string {
  const { element, repetition, component, segment } = delimiters;
  if (text.includes(element) || text.includes(segment) || text.includes(component))
    throw unwritable(id, position, 'holds a delimiter');
  if (repetition !== undefined && text.includes(repetition)) throw unwritable(id, position, 'holds a delimiter');
  return text;
}

function unwritable(id: string, position: number, reason: string): RangeError {
  return new RangeError(`${id}${String(position).padStart(2, '0')} ${reason}`);
}

function trimElement(element: ElementInput): ElementInput {
  if (typeof element === 'string') return element;
  if (!element.some(Array.isArray)) return shortest(withoutEmptyEnd(element as readonly string[]));
  const repeats = withoutEmptyEnd((element as readonly (readonly string[])[]).map(withoutEmptyEnd));
  if (repeats.length < 2) return shortest(repeats[0] ?? []);
  return repeats.map((composite) => (composite.length === 0 ? [''] : composite));
}

const shortest = (components: readonly string[]): ElementInput =>
  components.length > 1 ? components : (components[0] ?? '');

const withoutEmptyEnd = <Part extends { readonly length: number }>(parts: readonly Part[]): readonly Part[] =>
  parts.slice(0, parts.findLastIndex((part) => part.length > 0) + 1);
