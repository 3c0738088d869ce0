/** A piece of a file that is JSON by itself. */
export type JsonPiece =
  /** One element of the `entry` list of the value under way; `entry` counts from 1. */
  | { kind: 'entry'; json: Buffer; line: number; entry: number }
  /** A value at the top, without its entries. */
  | { kind: 'value'; json: Buffer; line: number; entries: number }
  | { kind: 'too-large'; line: number; entry?: number }
  /** One line of NDJSON is no JSON; the next is read again. */
  | { kind: 'broken-line'; line: number }
  /** From here on nothing can be read. */
  | { kind: 'broken'; line: number };

/** Most bytes of one resource. */
export const MOST_BYTES = 40 * 1024 * 1024;

const [QUOTE, BACKSLASH, NEWLINE, COLON, COMMA] = [0x22, 0x5c, 0x0a, 0x3a, 0x2c];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
/** White space, and the three bytes of a byte order mark. */
const WHITE = new Set([0x20, 0x09, 0x0d, 0x0a, 0xef, 0xbb, 0xbf]);
const ENTRY = Buffer.from('entry');

/**
 * Cuts a stream into values (one object, NDJSON, or a Bundle entry by entry) by counting brackets outside strings,
 * so that only one resource is in memory. What is cut out is for JSON.parse to judge.
 */
export class JsonSplitter {
  private readonly most: number;
  private line = 1;
  private depth = 0;
  private isString = false;
  private isEscaped = false;
  private isInEntries = false;
  private isSkippingLine = false;
  private isDead = false;
  private hasValue = false;
  /** Unknown until the first line ends: inside a value it is one, after one they are lines. */
  private layout: 'unknown' | 'one' | 'lines' = 'unknown';
  /** The string at the top of the value read last, and whether its colon has come. */
  private key: number[] = [];
  private isKeyDone = false;
  private entries = 0;
  private startLine = 1;
  private entryLine = 1;
  private envelope = new Held();
  private entry = new Held();
  /** The bytes at hand, and from where on they are in none of the two. */
  private bytes: Uint8Array = new Uint8Array();
  private from = 0;
  private out: JsonPiece[] = [];

  constructor(most = MOST_BYTES) {
    this.most = most;
  }

  /** What ends within these bytes. */
  feed(bytes: Uint8Array): JsonPiece[] {
    this.bytes = bytes;
    this.from = 0;
    this.out = [];
    for (let at = 0; at < bytes.length && !this.isDead; at += 1) {
      const byte = bytes[at] as number;
      if (byte === NEWLINE) this.lineEnds(at);
      else if (this.isString) this.inString(byte);
      else if (!this.isSkippingLine) this.outside(byte, at);
    }
    if (this.depth > 0) this.hold(this.isInEntries && this.depth > 2 ? this.entry : this.envelope, bytes.length);
    return this.out;
  }

  /** Says whether the file ended inside a value. */
  end(): JsonPiece[] {
    this.out = [];
    if (this.depth > 0) this.breakOff(this.line);
    return this.out;
  }

  private lineEnds(at: number): void {
    this.line += 1;
    const isOpen = this.depth > 0;
    if (isOpen && (this.isString || this.layout === 'lines')) {
      this.breakOff(this.line - 1);
      this.from = at + 1;
    } else if (this.layout === 'unknown' && (isOpen || this.hasValue)) this.layout = isOpen ? 'one' : 'lines';
    this.isSkippingLine = false;
  }

  private inString(byte: number): void {
    if (this.depth === 1 && this.key.length < 8 && byte !== QUOTE) this.key.push(byte);
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === BACKSLASH) this.isEscaped = true;
    else if (byte === QUOTE) this.isString = false;
  }

  private outside(byte: number, at: number): void {
    if (this.depth === 0) this.atTop(byte, at);
    else if (byte === QUOTE) this.stringBegins();
    else if (byte === OPEN || byte === OPEN_LIST) this.opens(byte, at);
    else if (byte === CLOSE || byte === CLOSE_LIST) this.closes(byte, at);
    else if (byte === COLON || byte === COMMA) this.separates(byte, at);
  }

  private atTop(byte: number, at: number): void {
    if (byte === OPEN) this.begin(at);
    else if (!WHITE.has(byte)) this.breakOff(this.line);
  }

  private begin(at: number): void {
    this.from = at;
    this.depth = 1;
    this.key = [];
    this.isKeyDone = false;
    this.entries = 0;
    this.startLine = this.line;
    this.envelope = new Held();
    this.hasValue = true;
  }

  private stringBegins(): void {
    this.isString = true;
    if (this.depth === 1) this.key = [];
  }

  private opens(byte: number, at: number): void {
    if (this.isInEntries && this.depth === 2 && byte === OPEN) {
      this.hold(this.envelope, at);
      this.entry = new Held();
      this.entryLine = this.line;
    }
    const isList = this.depth === 1 && byte === OPEN_LIST && this.isKeyDone;
    if (isList && Buffer.from(this.key).equals(ENTRY)) this.isInEntries = true;
    this.depth += 1;
  }

  private closes(byte: number, at: number): void {
    this.depth -= 1;
    if (this.isInEntries && this.depth === 2 && byte === CLOSE) {
      this.hold(this.entry, at + 1);
      this.entryEnds();
    } else if (this.depth === 1) this.isInEntries = false;
    if (this.depth > 0) return;
    this.hold(this.envelope, at + 1);
    this.valueEnds();
  }

  /** Commas between entries stay out of the envelope, whose list is to be empty. */
  private separates(byte: number, at: number): void {
    if (this.depth === 1) this.isKeyDone = byte === COLON;
    else if (this.isInEntries && this.depth === 2 && byte === COMMA) {
      this.hold(this.envelope, at);
      this.from = at + 1;
    }
  }

  private hold(held: Held, end: number): void {
    held.add(this.bytes.subarray(this.from, end), this.most);
    this.from = end;
  }

  private entryEnds(): void {
    this.entries += 1;
    const at = { line: this.entryLine, entry: this.entries };
    const { isTooLarge } = this.entry;
    this.out.push(isTooLarge ? { kind: 'too-large', ...at } : { kind: 'entry', json: this.entry.whole(), ...at });
    this.entry = new Held();
  }

  private valueEnds(): void {
    const [line, { isTooLarge }] = [this.startLine, this.envelope];
    const value = { line, entries: this.entries };
    this.out.push(isTooLarge ? { kind: 'too-large', line } : { kind: 'value', json: this.envelope.whole(), ...value });
    this.isInEntries = false;
    this.envelope = new Held();
  }

  /** In NDJSON the next line is a new start; elsewhere nothing after this can be trusted. */
  private breakOff(line: number): void {
    this.depth = 0;
    this.isString = false;
    this.isEscaped = false;
    this.isInEntries = false;
    this.isSkippingLine = this.layout === 'lines';
    this.isDead = this.layout !== 'lines';
    this.out.push({ kind: this.isDead ? 'broken' : 'broken-line', line });
  }
}

/** Bytes gathered over several pieces of the stream, dropped once they are too many. */
class Held {
  isTooLarge = false;
  private parts: Uint8Array[] = [];
  private bytes = 0;

  add(part: Uint8Array, most: number): void {
    this.bytes += part.byteLength;
    this.isTooLarge ||= this.bytes > most;
    if (this.isTooLarge) this.parts = [];
    else if (part.byteLength > 0) this.parts.push(part);
  }

  whole(): Buffer {
    return Buffer.concat(this.parts);
  }
}
