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
  /** Unknown until the first line ends: inside a value it is one, after one they are lines. */
  private layout: 'unknown' | 'one' | 'lines' = 'unknown';
  private key: number[] = [];
  private name = false;
  private entries = 0;
  private startLine = 1;
  private entryLine = 1;
  private envelope = new Held();
  private entry = new Held();

  constructor(most = MOST_BYTES) {
    this.most = most;
  }

  /** What ends within these bytes. */
  *feed(bytes: Uint8Array): Generator<JsonPiece> {
    let from = 0;
    for (let at = 0; at < bytes.length && !this.isDead; at += 1) {
      const byte = bytes[at] as number;
      if (byte === NEWLINE) {
        this.line += 1;
        if (this.isSkippingLine) {
          this.isSkippingLine = false;
          from = at + 1;
          continue;
        }
        if (this.depth > 0 && (this.isString || this.layout === 'lines')) {
          yield this.broken(this.line - 1);
          this.isSkippingLine = false;
          from = at + 1;
          continue;
        }
        if (this.layout === 'unknown' && (this.depth > 0 || this.envelope.wasUsed)) {
          this.layout = this.depth > 0 ? 'one' : 'lines';
        }
      }
      if (this.isSkippingLine) continue;
      if (this.isString) {
        this.inString(byte);
        continue;
      }
      if (this.depth === 0) {
        if (byte === OPEN) {
          this.begin();
          from = at;
        } else if (!WHITE.has(byte)) yield this.broken(this.line);
        continue;
      }
      if (byte === QUOTE) {
        this.isString = true;
        if (this.depth === 1) this.key = [];
      } else if (byte === OPEN || byte === OPEN_LIST) {
        if (this.isInEntries && this.depth === 2 && byte === OPEN) {
          this.envelope.add(bytes.subarray(from, at), this.most);
          this.entry = new Held();
          this.entryLine = this.line;
          from = at;
        }
        if (this.depth === 1 && byte === OPEN_LIST && this.name && Buffer.from(this.key).equals(ENTRY)) {
          this.isInEntries = true;
        }
        this.depth += 1;
      } else if (byte === CLOSE || byte === CLOSE_LIST) {
        this.depth -= 1;
        if (this.isInEntries && this.depth === 2 && byte === CLOSE) {
          this.entry.add(bytes.subarray(from, at + 1), this.most);
          from = at + 1;
          yield this.entryPiece();
        } else if (this.isInEntries && this.depth === 1) this.isInEntries = false;
        if (this.depth === 0) {
          this.envelope.add(bytes.subarray(from, at + 1), this.most);
          from = at + 1;
          yield this.valuePiece();
        }
      } else if (this.depth === 1 && (byte === COLON || byte === COMMA)) this.name = byte === COLON;
      else if (this.isInEntries && this.depth === 2 && byte === COMMA) {
        // Commas between entries stay out of the envelope, whose list is to be empty.
        this.envelope.add(bytes.subarray(from, at), this.most);
        from = at + 1;
      }
    }
    if (this.depth > 0 && !this.isDead && !this.isSkippingLine) {
      const held = this.isInEntries && this.depth > 2 ? this.entry : this.envelope;
      held.add(bytes.subarray(from), this.most);
    }
  }

  /** Says whether the file ended inside a value. */
  *end(): Generator<JsonPiece> {
    if (this.depth > 0 && !this.isDead) yield this.broken(this.line);
  }

  private begin(): void {
    this.depth = 1;
    this.name = false;
    this.key = [];
    this.isInEntries = false;
    this.entries = 0;
    this.startLine = this.line;
    this.envelope = new Held();
    this.envelope.wasUsed = true;
  }

  private inString(byte: number): void {
    if (this.depth === 1 && this.key.length < 8 && byte !== QUOTE) this.key.push(byte);
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === BACKSLASH) this.isEscaped = true;
    else if (byte === QUOTE) this.isString = false;
  }

  private entryPiece(): JsonPiece {
    this.entries += 1;
    const at = { line: this.entryLine, entry: this.entries };
    return this.entry.isTooLarge ? { kind: 'too-large', ...at } : { kind: 'entry', json: this.entry.whole(), ...at };
  }

  private valuePiece(): JsonPiece {
    const line = this.startLine;
    if (this.envelope.isTooLarge) return { kind: 'too-large', line };
    return { kind: 'value', json: this.envelope.whole(), line, entries: this.entries };
  }

  /** In NDJSON the next line is a new start; elsewhere nothing after this can be trusted. */
  private broken(line: number): JsonPiece {
    this.depth = 0;
    this.isString = false;
    this.isEscaped = false;
    this.isInEntries = false;
    if (this.layout === 'lines') {
      this.isSkippingLine = true;
      return { kind: 'broken-line', line };
    }
    this.isDead = true;
    return { kind: 'broken', line };
  }
}

/** Bytes gathered over several pieces of the stream, dropped once they are too many. */
class Held {
  wasUsed = false;
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
