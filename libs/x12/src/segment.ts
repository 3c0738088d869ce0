import type { Delimiters } from './delimiters.ts';
import type { ElementInput, SegmentInput } from './segment-writer.ts';

/**
 * One segment as it stands in the file. Elements are cut on first use, because most readers need a third of
 * the segments. Its strings may share memory with the chunk they were read from: whoever keeps some for the
 * length of a file should keep copies.
 */
export class X12Segment {
  readonly id: string;
  readonly text: string;
  /** Ordinal in the file, from 1. */
  readonly index: number;
  /** Line on which it starts, from 1. */
  readonly line: number;
  readonly delimiters: Delimiters;
  private parts: string[] | undefined;

  constructor(id: string, text: string, index: number, line: number, delimiters: Delimiters) {
    this.id = id;
    this.text = text;
    this.index = index;
    this.line = line;
    this.delimiters = delimiters;
    this.parts = undefined;
  }

  /** The raw elements; position 0 is the id, so that `elements[3]` is what the guides call 03. */
  get elements(): string[] {
    return (this.parts ??= pieces(this.text, this.delimiters.element));
  }

  /** The raw element at a position (01 is 1), empty when absent. */
  at(position: number): string {
    return this.elements[position] ?? '';
  }

  /** The components of an element that is one composite. */
  components(position: number): string[] {
    return pieces(this.at(position), this.delimiters.component);
  }

  /** The repetitions of an element, each as its components. */
  repetitions(position: number): string[][] {
    const { repetition, component } = this.delimiters;
    const text = this.at(position);
    const repeats = repetition === undefined ? [text] : text.split(repetition);
    return repeats.map((repeat) => repeat.split(component));
  }

  /** The segment as `writeSegment` takes it, to be written with the same delimiters. */
  toInput(): SegmentInput {
    if (this.id === 'ISA') return [this.id, ...this.elements.slice(1)];
    return [this.id, ...this.elements.slice(1).map((_, offset) => this.elementInput(offset + 1))];
  }

  private elementInput(position: number): ElementInput {
    const repeats = this.repetitions(position);
    if (repeats.length > 1) return repeats;
    const composite = repeats[0] ?? [''];
    return composite.length > 1 ? composite : (composite[0] ?? '');
  }
}

/** As `text.split(separator)`, which is slower on short texts. */
function pieces(text: string, separator: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, from)) {
    found.push(text.slice(from, at));
    from = at + 1;
  }
  found.push(text.slice(from));
  return found;
}
