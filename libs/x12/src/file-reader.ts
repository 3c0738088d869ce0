import { EnvelopeChecker } from './envelope.ts';
import type { InterchangeHeader, TransactionHeader } from './envelope-headers.ts';
import { FaultLog } from './fault-log.ts';
import { errorAt, shownToken, type X12Fault } from './faults.ts';
import { X12Reader, type X12ReaderOptions } from './segment-reader.ts';
import { piecesOf, type ByteSource } from './read-segments.ts';
import type { X12Segment } from './segment.ts';

/** What a whole file holds. Claims, service lines and adjustments are those of the sets that were read. */
export type FileCounts = {
  segments: number;
  interchanges: number;
  groups: number;
  transactions: number;
  claims: number;
  serviceLines: number;
  adjustments: number;
};

/** What every typed reader yields besides its own items. `file-end` always comes, and last. */
export type FileItem =
  | { type: 'interchange'; interchange: InterchangeHeader }
  | {
      type: 'file-end';
      counts: FileCounts;
      /** The first faults of the whole file, in order (see `FaultLog`). */
      faults: readonly X12Fault[];
      hasErrors: boolean;
      /** Whether nothing of the file can be trusted (see `isEnvelopeFault`). */
      hasEnvelopeErrors: boolean;
    };

/** The faults between ST and SE of one set. */
export type SetFaults = { readonly faults: readonly X12Fault[]; readonly hasErrors: boolean };

/** Reads the sets of one kind: what a typed reader adds to the envelope. */
export type SetReader<Item> = {
  /** Which ST01 it can read, for the fault when a set is another. */
  readonly expected: string;
  accepts(transaction: TransactionHeader): boolean;
  open(transaction: TransactionHeader, out: Item[]): OpenSet<Item>;
};

/** One set being read. */
export type OpenSet<Item> = {
  read(segment: X12Segment, out: Item[]): void;
  /** `found` is to be called last, so that faults of the closing itself are in it. */
  close(out: Item[], found: () => SetFaults): void;
};

/** How a typed reader is set up. */
export type FileReaderOptions = X12ReaderOptions;

/** Reads a file chunk by chunk: envelope, then the sets through a `SetReader`. Holds no more than one claim. */
export class FileReader<Item> {
  private readonly faults: FaultLog;
  private readonly segments: X12Reader;
  private readonly envelope: EnvelopeChecker;
  private readonly sets: SetReader<Item>;
  private readonly counts: FileCounts;
  private open: OpenSet<Item> | undefined;
  private before = { listed: 0, errors: 0 };
  private last = { index: 0, line: 1 };

  constructor(sets: SetReader<Item>, counts: FileCounts, faults: FaultLog, options: FileReaderOptions = {}) {
    this.sets = sets;
    this.counts = counts;
    this.faults = faults;
    this.segments = new X12Reader({ ...options, faults });
    this.envelope = new EnvelopeChecker(faults);
  }

  /** Whether a fault made the rest of the file meaningless, so that only `end` is left to call. */
  get stopped(): boolean {
    return this.segments.stopped;
  }

  /** The items that this chunk completes. */
  push(chunk: Uint8Array | string): (Item | FileItem)[] {
    const out: (Item | FileItem)[] = [];
    for (const segment of this.segments.push(chunk)) this.read(segment, out);
    return out;
  }

  /** The items left when the file ends, `file-end` last. */
  end(): (Item | FileItem)[] {
    const out: (Item | FileItem)[] = [];
    for (const segment of this.segments.end()) this.read(segment, out);
    this.envelope.end(this.last);
    this.closeSet(out);
    out.push(this.fileEnd());
    return out;
  }

  private read(segment: X12Segment, out: (Item | FileItem)[]): void {
    this.last = segment;
    this.counts.segments += 1;
    const role = this.envelope.accept(segment);
    if (role === 'body') {
      this.open?.read(segment, out as Item[]);
      return;
    }
    if (role === 'outside') return;
    this.closeSet(out);
    if (role === 'transaction-start') this.openSet(segment, out);
    else if (role === 'interchange-start') this.announce(out);
  }

  private announce(out: (Item | FileItem)[]): void {
    const { interchange } = this.envelope;
    if (interchange !== undefined) out.push({ type: 'interchange', interchange });
  }

  private openSet(st: X12Segment, out: (Item | FileItem)[]): void {
    const { transaction } = this.envelope;
    if (transaction === undefined) return;
    if (!this.sets.accepts(transaction)) {
      const message = `ST01 is ${shownToken(transaction.id)}, expected ${this.sets.expected}`;
      this.faults.add(errorAt(st, 'x12/unknown-transaction', message, 1));
      return;
    }
    this.before = { listed: this.faults.list.length, errors: this.faults.errorCount };
    this.open = this.sets.open(transaction, out as Item[]);
  }

  private closeSet(out: (Item | FileItem)[]): void {
    const { listed, errors } = this.before;
    this.open?.close(out as Item[], () => ({
      faults: this.faults.list.slice(listed),
      hasErrors: this.faults.errorCount > errors,
    }));
    this.open = undefined;
  }

  private fileEnd(): FileItem {
    const { interchanges, groups, transactions } = this.envelope;
    const { list: faults, hasErrors, hasEnvelopeErrors } = this.faults;
    const counts = { ...this.counts, interchanges, groups, transactions };
    return { type: 'file-end', counts, faults, hasErrors, hasEnvelopeErrors };
  }
}

/** Runs a `FileReader` over a source, stopping early when the rest is meaningless. */
export async function* readFileItems<Item>(
  reader: FileReader<Item>,
  source: ByteSource,
): AsyncGenerator<Item | FileItem> {
  for await (const chunk of source) {
    for (const piece of piecesOf(chunk)) for (const item of reader.push(piece)) yield item;
    if (reader.stopped) break;
  }
  for (const item of reader.end()) yield item;
}

/** Counts of a file of which nothing has been read. */
export function noCounts(): FileCounts {
  return { segments: 0, interchanges: 0, groups: 0, transactions: 0, claims: 0, serviceLines: 0, adjustments: 0 };
}
