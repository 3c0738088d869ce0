import { ElementValues } from './element-values.ts';
import type { TransactionHeader } from './envelope-headers.ts';
import { FaultLog } from './fault-log.ts';
import { errorAt, type X12Fault } from './faults.ts';
import { FileReader, noCounts, readFileItems } from './file-reader.ts';
import type { FileCounts, FileItem, FileReaderOptions, OpenSet, SetFaults } from './file-reader.ts';
import { PartLimit } from './part-limit.ts';
import type { ByteSource } from './read-segments.ts';
import { readProviderAdjustments } from './remittance-adjustments.ts';
import { RemittanceClaimReader } from './remittance-claim-reader.ts';
import { RemittanceHeaderReader } from './remittance-header-reader.ts';
import type { ProviderAdjustment, RemittanceClaim, RemittanceHeader, RemittanceTotals } from './remittance.ts';
import type { X12Segment } from './segment.ts';

/** What reading an 835 yields, in file order. */
export type RemittanceItem =
  | FileItem
  | { type: 'transaction-start'; header: RemittanceHeader }
  | { type: 'claim'; claim: RemittanceClaim }
  | {
      type: 'transaction-end';
      header: RemittanceHeader;
      providerAdjustments: ProviderAdjustment[];
      totals: RemittanceTotals;
      faults: readonly X12Fault[];
      hasErrors: boolean;
    };

/**
 * Reads 835 files (005010X221, 004010X091) claim by claim: a set of any length is never held whole. Order of
 * items: `interchange`, then for each set `transaction-start`, its `claim`s, `transaction-end`; at last one
 * `file-end`. Goes on past faults and never throws on what it reads.
 */
export async function* read835(source: ByteSource, options: FileReaderOptions = {}): AsyncGenerator<RemittanceItem> {
  yield* readFileItems(remittanceFileReader(options), source);
}

/** The same reader to be fed by hand: `push` chunks, then `end`. */
export function remittanceFileReader(options: FileReaderOptions = {}): FileReader<RemittanceItem> {
  const faults = options.faults ?? new FaultLog();
  const counts = noCounts();
  const sets = {
    expected: '835',
    accepts: ({ id }: TransactionHeader) => id === '835',
    open: (transaction: TransactionHeader) => new RemittanceSet(transaction, faults, counts),
  };
  return new FileReader<RemittanceItem>(sets, counts, faults, options);
}

/** Turns the segments of one 835 set into items. */
class RemittanceSet implements OpenSet<RemittanceItem> {
  private readonly faults: FaultLog;
  private readonly counts: FileCounts;
  private readonly values: ElementValues;
  private readonly limit: PartLimit;
  private readonly opening: RemittanceHeaderReader;
  private readonly providerAdjustments: ProviderAdjustment[] = [];
  private readonly totals: RemittanceTotals = noTotals();
  private isOpening = true;
  private claim: RemittanceClaimReader | undefined;
  private group = '';

  constructor(transaction: TransactionHeader, faults: FaultLog, counts: FileCounts) {
    this.faults = faults;
    this.counts = counts;
    this.values = new ElementValues(faults);
    this.limit = new PartLimit(faults);
    this.opening = new RemittanceHeaderReader(transaction, this.values, faults);
  }

  read(segment: X12Segment, out: RemittanceItem[]): void {
    switch (segment.id) {
      case 'CLP':
        return this.openClaim(segment, out);
      case 'LX':
        this.closeClaim(out);
        this.group = segment.at(1);
        return;
      case 'PLB':
        return this.providerAdjustment(segment, out);
      default:
        if (this.limit.admits(segment)) (this.isOpening ? this.opening : this.claim)?.read(segment);
    }
  }

  close(out: RemittanceItem[], found: () => SetFaults): void {
    this.closeClaim(out);
    const { providerAdjustments, totals } = this;
    const { header } = this.opening;
    for (const { cents } of providerAdjustments) totals.providerAdjustmentCents += cents;
    this.requireExactTotals();
    out.push({ type: 'transaction-end', header, providerAdjustments, totals, ...found() });
  }

  private openClaim(clp: X12Segment, out: RemittanceItem[]): void {
    this.closeClaim(out);
    this.limit.restart();
    this.counts.claims += 1;
    const transactionOrdinal = this.opening.header.transaction.ordinal;
    const place = { ordinal: this.counts.claims, transactionOrdinal, group: this.group };
    this.claim = new RemittanceClaimReader(clp, place, this.values, this.faults);
  }

  private providerAdjustment(plb: X12Segment, out: RemittanceItem[]): void {
    if (this.claim !== undefined) this.limit.restart();
    this.closeClaim(out);
    if (this.limit.admits(plb)) readProviderAdjustments(plb, this.values, this.providerAdjustments);
  }

  /** The header or claim before this point is complete. */
  private closeClaim(out: RemittanceItem[]): void {
    if (this.isOpening) out.push({ type: 'transaction-start', header: this.opening.close() });
    this.isOpening = false;
    if (this.claim === undefined) return;
    const { claim } = this.claim;
    this.claim = undefined;
    this.count(claim);
    out.push({ type: 'claim', claim });
  }

  private count(claim: RemittanceClaim): void {
    const { counts, totals } = this;
    const adjustments = claim.lines.reduce((sum, line) => sum + line.adjustments.length, claim.adjustments.length);
    counts.serviceLines += claim.lines.length;
    counts.adjustments += adjustments;
    totals.claims += 1;
    totals.lines += claim.lines.length;
    totals.adjustments += adjustments;
    totals.chargeCents += claim.chargeCents;
    totals.paidCents += claim.paidCents;
  }

  private requireExactTotals(): void {
    const { chargeCents, paidCents, providerAdjustmentCents } = this.totals;
    if ([chargeCents, paidCents, providerAdjustmentCents].every(Number.isSafeInteger)) return;
    const { segment, transaction } = this.opening.header;
    const message = 'the amounts of the set add up to more than can be held exactly';
    this.faults.add(errorAt({ index: segment, line: transaction.line }, 'x12/bad-amount', message));
  }
}

const noTotals = (): RemittanceTotals => ({
  claims: 0,
  lines: 0,
  adjustments: 0,
  chargeCents: 0,
  paidCents: 0,
  providerAdjustmentCents: 0,
});
