import { chunkText, decoded, isAscii } from './chunk-text.ts';
import type { Delimiters } from './delimiters.ts';
import { FaultLog } from './fault-log.ts';
import { errorAt, warningAt, type X12FaultCode } from './faults.ts';
import { BYTE_ORDER_MARK, mayBecomeIsa, readIsa, startsIsa } from './isa.ts';
import { segmentIdOf } from './segment-ids.ts';
import { X12Segment } from './segment.ts';

/** How a reader is set up. */
export type X12ReaderOptions = {
  /** Bytes a segment may have at most; 64 KB when left out. A longer one stops the reading. */
  readonly maxSegmentLength?: number;
  /** Where faults go; a new log when left out. */
  readonly faults?: FaultLog;
};

const CAPITAL_I = 73;
const encoder = new TextEncoder();

/**
 * Cuts X12 text into segments, in chunks of any size: inside a character, a byte order mark, a line end or ISA.
 * Delimiters come from each ISA (X12.5), so a file may hold several interchanges with different ones. White
 * space before a segment, byte order marks, and line ends inside one (files wrapped at 80 columns) are dropped.
 *
 * Never throws on what it reads: faults go to `faults`. After one that makes the rest meaningless (`x12/not-x12`,
 * `x12/bad-isa`, `x12/segment-too-long`) it has `stopped` and returns nothing more. Holds one chunk and at most
 * `maxSegmentLength` bytes of an unfinished segment.
 */
export class X12Reader {
  readonly faults: FaultLog;
  private readonly maxLength: number;
  private delimiters: Delimiters | undefined;
  private elementCode = 0;
  private held = '';
  private more: string[] = [];
  private heldLength = 0;
  private isHeldWide = false;
  private line = 1;
  private index = 0;
  private emptySegments = 0;
  private hasStopped = false;
  private hasText = false;

  constructor(options: X12ReaderOptions = {}) {
    this.maxLength = options.maxSegmentLength ?? 65_536;
    this.faults = options.faults ?? new FaultLog();
  }

  /** Whether a fault made the rest of the file meaningless. */
  get stopped(): boolean {
    return this.hasStopped;
  }

  /** The segments that this chunk completes. Text must not be cut inside a surrogate pair; bytes may be cut anywhere. */
  push(chunk: Uint8Array | string): X12Segment[] {
    if (this.hasStopped || chunk.length === 0) return [];
    const { text, wide } = chunkText(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
    this.isHeldWide ||= wide;
    const done: X12Segment[] = [];
    if (this.canOnlyHold(text)) this.hold(text);
    else this.cut(this.take(text), done);
    return done;
  }

  /** What is left when the file ends: an IEA without its terminator, or nothing and a fault. */
  end(): X12Segment[] {
    if (this.hasStopped) return [];
    const done: X12Segment[] = [];
    this.finish(this.take(''), done);
    this.hasStopped = true;
    return done;
  }

  /** Without a terminator in it, a chunk only adds to the segment held: joining it each time would be quadratic. */
  private canOnlyHold(text: string): boolean {
    if (this.delimiters === undefined || this.held.length < 4 || startsIsa(this.held, 0)) return false;
    return !text.includes(this.delimiters.segment);
  }

  private hold(text: string): void {
    this.more.push(text);
    this.heldLength += text.length;
    if (this.heldLength > this.maxLength) this.stopAtLongSegment();
  }

  private take(text: string): string {
    const taken = this.more.length === 0 ? this.held + text : this.held + this.more.join('') + text;
    this.more = [];
    return taken;
  }

  private keep(text: string, from: number): void {
    this.held = text.slice(from);
    this.heldLength = this.held.length;
    this.isHeldWide &&= !isAscii(this.held);
    if (this.heldLength > this.maxLength) this.stopAtLongSegment();
  }

  private cut(text: string, done: X12Segment[]): void {
    let at = 0;
    let newline = text.indexOf('\n');
    for (;;) {
      at = this.skipBlank(text, at);
      for (; newline !== -1 && newline < at; newline = text.indexOf('\n', newline + 1)) this.line += 1;
      const end = this.segmentEnd(text, at);
      if (end === -1 || this.hasStopped) break;
      if (end > at) this.emit(text, at, end, newline !== -1 && newline < end, done);
      else this.countEmptySegment();
      at = end + 1;
    }
    if (!this.hasStopped) this.keep(text, at);
  }

  /** Where the segment that starts at `at` ends, or -1 when more text is needed or the reading has stopped. */
  private segmentEnd(text: string, at: number): number {
    if (text.length - at < 4 && mayBecomeIsa(text.slice(at))) return -1;
    if (text.charCodeAt(at) === CAPITAL_I && startsIsa(text, at)) return this.isaEnd(text, at);
    if (this.delimiters === undefined) {
      this.stop('x12/not-x12', 'the file does not start with an ISA segment');
      return -1;
    }
    const end = text.indexOf(this.delimiters.segment, at);
    if (end - at > this.maxLength) this.stopAtLongSegment();
    return end;
  }

  private isaEnd(text: string, at: number): number {
    const isa = readIsa(text, at);
    if (isa === 'incomplete') return -1;
    if (isa === 'bad') {
      this.stop('x12/bad-isa', 'ISA has no sixteen elements or its delimiters cannot be used');
      return -1;
    }
    this.delimiters = isa.delimiters;
    this.elementCode = isa.delimiters.element.charCodeAt(0);
    if (!isa.isFixedWidth) this.warn('x12/bad-isa', 'ISA is not 106 characters long');
    if (!isa.canRepeat) this.warn('x12/bad-isa', 'ISA11 names a separator that is already used');
    return isa.end;
  }

  private emit(text: string, at: number, end: number, isWrapped: boolean, done: X12Segment[]): void {
    if (this.delimiters === undefined) return;
    const raw = this.segmentText(text, at, end, isWrapped);
    this.index += 1;
    const id = segmentIdOf(raw, this.elementCode);
    if (id === undefined) this.faults.add(errorAt(this.place(0), 'x12/bad-segment', 'a segment has no valid id'));
    done.push(new X12Segment(id ?? '', raw, this.index, this.line, this.delimiters));
  }

  private segmentText(text: string, at: number, end: number, isWrapped: boolean): string {
    let raw = text.slice(at, end);
    if (isWrapped || raw.charCodeAt(raw.length - 1) === 13) raw = unwrapped(raw);
    return this.isHeldWide ? decoded(raw) : raw;
  }

  /** The next position that is no white space, NUL, end-of-file mark or byte order mark. */
  private skipBlank(text: string, from: number): number {
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 32 && code !== 0xef) break;
      if (code === 0xef && !text.startsWith(BYTE_ORDER_MARK, at)) break;
      if (code === 0xef) at += 2;
      else if (!isBlank(code)) break;
    }
    if (at < text.length) this.hasText = true;
    return at;
  }

  private countEmptySegment(): void {
    this.emptySegments += 1;
    if (this.emptySegments === 1) this.warn('x12/empty-segment', 'terminators stand with nothing between them');
  }

  private finish(text: string, done: X12Segment[]): void {
    this.cut(text, done);
    if (this.hasStopped) return;
    if (!this.hasText) return this.stop('x12/empty-file', 'the file is empty');
    if (this.held === '') return;
    if (!this.isWholeIea()) return this.stop('x12/truncated', 'the file ends inside a segment');
    if (this.delimiters?.segment !== '\n') this.warn('x12/truncated', 'the last IEA has no terminator');
    this.emit(this.held, 0, this.held.length, this.held.includes('\n'), done);
  }

  /** IEA02 has a fixed width, so an IEA that only lacks its terminator is known to be whole. */
  private isWholeIea(): boolean {
    const element = this.delimiters?.element ?? '';
    return this.held.startsWith(`IEA${element}`) && (this.held.split(element)[2] ?? '').trimEnd().length === 9;
  }

  private stopAtLongSegment(): void {
    this.stop('x12/segment-too-long', `a segment is longer than ${this.maxLength} bytes`);
  }

  private stop(code: X12FaultCode, message: string): void {
    this.faults.add(errorAt(this.place(1), code, message));
    this.hasStopped = true;
    this.held = '';
    this.more = [];
  }

  private warn(code: X12FaultCode, message: string): void {
    this.faults.add(warningAt(this.place(1), code, message));
  }

  private place(ahead: number): { index: number; line: number } {
    return { index: this.index + ahead, line: this.line };
  }
}

const isBlank = (code: number): boolean =>
  code === 32 || code === 10 || code === 13 || code === 9 || code === 0 || code === 26;

/** BIN and BDS carry binary data in which a line end is content (X12.6). */
function unwrapped(raw: string): string {
  if (raw.startsWith('BIN') || raw.startsWith('BDS')) return raw;
  return raw.replaceAll('\n', '').replaceAll('\r', '');
}
