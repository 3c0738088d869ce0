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
    return (this.parts ??= this.text.split(this.delimiters.element));
  }

  /** The raw element at a position (01 is 1), empty when absent. */
  at(position: number): string {
    return this.elements[position] ?? '';
  }

  /** The components of an element that is one composite. */
  components(position: number): string[] {
    return this.at(position).split(this.delimiters.component);
  }

  /** The repetitions of an element, each as its components. */
  repetitions(position: number): string[][] {
    const { repetition, component } = this.delimiters;
    const text = this.at(position);
    const repeats = repetition === undefined ? [text] : text.split(repetition);
    return repeats.map((repeat) => repeat.split(component));
  }

  /** The segment as the writer takes it. ISA is not written from this: its own elements hold the delimiters. */
  toInput(): SegmentInput {
    return [this.id, ...this.elements.slice(1).map((_, offset) => this.elementInput(offset + 1))];
  }

  private elementInput(position: number): ElementInput {
    const repeats = this.repetitions(position);
    if (repeats.length > 1) return repeats;
    const composite = repeats[0] ?? [''];
    return composite.length > 1 ? composite : (composite[0] ?? '');
  }
}
