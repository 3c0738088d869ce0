import { ClaimHierarchy } from './claim-hierarchy.ts';
import type { ClaimFileHeader, ClaimTotals, SubmittedClaim } from './claim.ts';
import { ElementValues } from './element-values.ts';
import type { TransactionHeader } from './envelope-headers.ts';
import { FaultLog } from './fault-log.ts';
import { errorAt, type X12Fault } from './faults.ts';
import { FileReader, noCounts, readFileItems } from './file-reader.ts';
import type { FileCounts, FileItem, FileReaderOptions, OpenSet, SetFaults } from './file-reader.ts';
import { PartLimit } from './part-limit.ts';
import { partyOf } from './parties.ts';
import type { ByteSource } from './read-segments.ts';
import type { X12Segment } from './segment.ts';
import { SubmittedClaimReader } from './submitted-claim-reader.ts';

/** What reading an 837 yields, in file order. */
export type ClaimItem =
  | FileItem
  | { type: 'transaction-start'; header: ClaimFileHeader }
  | { type: 'claim'; claim: SubmittedClaim }
  | {
      type: 'transaction-end';
      header: ClaimFileHeader;
      totals: ClaimTotals;
      faults: readonly X12Fault[];
      hasErrors: boolean;
    };

/**
 * Reads 837 files (professional, institutional and dental, 4010A1 and 5010) claim by claim. Order of items:
 * `interchange`, then for each set `transaction-start`, its `claim`s, `transaction-end`; at last one `file-end`.
 * Goes on past faults and never throws on what it reads.
 */
export async function* read837(source: ByteSource, options: FileReaderOptions = {}): AsyncGenerator<ClaimItem> {
  yield* readFileItems(claimFileReader(options), source);
}

/** The same reader to be fed by hand: `push` chunks, then `end`. */
export function claimFileReader(options: FileReaderOptions = {}): FileReader<ClaimItem> {
  const faults = options.faults ?? new FaultLog();
  const counts = noCounts();
  const sets = {
    expected: '837',
    accepts: ({ id }: TransactionHeader) => id === '837',
    open: (transaction: TransactionHeader) => new ClaimSet(transaction, faults, counts),
  };
  return new FileReader<ClaimItem>(sets, counts, faults, options);
}

/** Turns the segments of one 837 set into items. */
class ClaimSet implements OpenSet<ClaimItem> {
  private readonly faults: FaultLog;
  private readonly counts: FileCounts;
  private readonly values: ElementValues;
  private readonly limit: PartLimit;
  private readonly header: ClaimFileHeader;
  private readonly hierarchy: ClaimHierarchy;
  private readonly totals: ClaimTotals = { claims: 0, lines: 0, chargeCents: 0 };
  private isOpening = true;
  private claim: SubmittedClaimReader | undefined;

  constructor(transaction: TransactionHeader, faults: FaultLog, counts: FileCounts) {
    this.faults = faults;
    this.counts = counts;
    this.values = new ElementValues(faults);
    this.limit = new PartLimit(faults);
    this.hierarchy = new ClaimHierarchy(this.values, faults);
    this.header = emptyHeader(transaction);
  }

  read(segment: X12Segment, out: ClaimItem[]): void {
    if (segment.id === 'HL') {
      this.startPart(out);
      this.hierarchy.openLevel(segment);
    } else if (segment.id === 'CLM') this.openClaim(segment, out);
    else if (!this.limit.admits(segment)) return;
    else if (this.isOpening) this.readHeader(segment);
    else (this.claim ?? this.hierarchy).read(segment);
  }

  close(out: ClaimItem[], found: () => SetFaults): void {
    this.startPart(out);
    this.requireExactTotal();
    out.push({ type: 'transaction-end', header: this.header, totals: this.totals, ...found() });
  }

  private openClaim(clm: X12Segment, out: ClaimItem[]): void {
    this.startPart(out);
    this.counts.claims += 1;
    const { transaction } = this.header;
    const { hierarchy, values, faults } = this;
    this.claim = new SubmittedClaimReader(clm, this.counts.claims, transaction, hierarchy, values, faults);
  }

  /** The header or claim before this point is complete. */
  private startPart(out: ClaimItem[]): void {
    this.limit.restart();
    if (this.isOpening) out.push({ type: 'transaction-start', header: this.header });
    this.isOpening = false;
    if (this.claim === undefined) return;
    const { claim } = this.claim;
    this.claim = undefined;
    this.counts.serviceLines += claim.lines.length;
    this.totals.claims += 1;
    this.totals.lines += claim.lines.length;
    this.totals.chargeCents += claim.chargeCents;
    out.push({ type: 'claim', claim });
  }

  private readHeader(segment: X12Segment): void {
    const { header, values } = this;
    if (segment.id === 'BHT') {
      header.purpose = values.text(segment, 2);
      header.batchReference = values.text(segment, 3);
      header.createdDate = values.date(segment, 4);
    } else if (segment.id === 'NM1') {
      if (segment.at(1) === '41') header.submitter = partyOf(segment);
      else if (segment.at(1) === '40') header.receiver = partyOf(segment);
    }
  }

  private requireExactTotal(): void {
    if (Number.isSafeInteger(this.totals.chargeCents)) return;
    const { segment: index, line } = this.header.transaction;
    const message = 'the charges of the set add up to more than can be held exactly';
    this.faults.add(errorAt({ index, line }, 'x12/bad-amount', message));
  }
}

const emptyHeader = (transaction: TransactionHeader): ClaimFileHeader => ({
  transaction,
  purpose: '',
  batchReference: '',
  createdDate: undefined,
  submitter: undefined,
  receiver: undefined,
});
