import { ElementValues } from './element-values.ts';
import type { TransactionHeader } from './envelope-headers.ts';
import { FaultLog } from './fault-log.ts';
import { errorAt, type X12Fault } from './faults.ts';
import { FileReader, noCounts, readFileItems } from './file-reader.ts';
import type { FileItem, FileReaderOptions, OpenSet, SetFaults } from './file-reader.ts';
import type { AcknowledgedGroup, AcknowledgedSegment, AcknowledgedSet } from './functional-acknowledgement.ts';
import { PartLimit } from './part-limit.ts';
import type { ByteSource } from './read-segments.ts';
import type { X12Segment } from './segment.ts';

/** What reading a 999 or 997 yields, in file order: each group after the sets it answers to. */
export type AcknowledgementItem =
  | FileItem
  | { type: 'transaction-start'; transaction: TransactionHeader }
  | { type: 'set'; set: AcknowledgedSet }
  | { type: 'group'; group: AcknowledgedGroup }
  | { type: 'transaction-end'; transaction: TransactionHeader; faults: readonly X12Fault[]; hasErrors: boolean };

/** Segments of a set that are kept with what is wrong; answers to big files would fill memory. */
const MOST_SEGMENTS_KEPT = 50;

/**
 * Reads 999 (005010X231) and 997 files answer by answer. The two differ in names only: IK3, IK4, IK5 are AK3, AK4,
 * AK5 in a 997 and in the 999 of some senders. Goes on past faults and never throws on what it reads.
 */
export async function* read999(
  source: ByteSource,
  options: FileReaderOptions = {},
): AsyncGenerator<AcknowledgementItem> {
  yield* readFileItems(acknowledgementFileReader(options), source);
}

/** The same reader to be fed by hand: `push` chunks, then `end`. */
export function acknowledgementFileReader(options: FileReaderOptions = {}): FileReader<AcknowledgementItem> {
  const faults = options.faults ?? new FaultLog();
  const answers = { count: 0 };
  const sets = {
    expected: '999 or 997',
    accepts: ({ id }: TransactionHeader) => id === '999' || id === '997',
    open: (transaction: TransactionHeader, out: AcknowledgementItem[]) => {
      out.push({ type: 'transaction-start', transaction });
      return new AcknowledgementSet(transaction, faults, answers);
    },
  };
  return new FileReader<AcknowledgementItem>(sets, noCounts(), faults, options);
}

/** Turns the segments of one 999 into items. */
class AcknowledgementSet implements OpenSet<AcknowledgementItem> {
  private readonly transaction: TransactionHeader;
  private readonly faults: FaultLog;
  private readonly values: ElementValues;
  private readonly limit: PartLimit;
  private readonly answers: { count: number };
  private group: AcknowledgedGroup | undefined;
  private set: AcknowledgedSet | undefined;
  private wrong: AcknowledgedSegment | undefined;

  constructor(transaction: TransactionHeader, faults: FaultLog, answers: { count: number }) {
    this.transaction = transaction;
    this.faults = faults;
    this.values = new ElementValues(faults);
    this.limit = new PartLimit(faults);
    this.answers = answers;
  }

  read(segment: X12Segment, out: AcknowledgementItem[]): void {
    if (!this.limit.admits(segment)) return;
    switch (segment.id) {
      case 'AK1':
        return this.openGroup(segment, out);
      case 'AK2':
        return this.openSet(segment, out);
      case 'IK3':
      case 'AK3':
        return this.segmentNote(segment);
      case 'CTX':
        return this.context(segment);
      case 'IK4':
      case 'AK4':
        return this.elementNote(segment);
      case 'IK5':
      case 'AK5':
        return this.closeSet(segment, out);
      case 'AK9':
        return this.closeGroup(segment, out);
    }
  }

  close(out: AcknowledgementItem[], found: () => SetFaults): void {
    const { transaction } = this;
    if (this.set) this.missing('IK5');
    else if (this.group || this.answers.count === 0) this.missing('AK9');
    out.push({ type: 'transaction-end', transaction, ...found() });
  }

  private openGroup(ak1: X12Segment, out: AcknowledgementItem[]): void {
    this.leaveOpenSet(out);
    const [functionalId, controlNumber, guide] = [1, 2, 3].map((at) => this.values.text(ak1, at));
    if (controlNumber === '') this.faults.add(errorAt(ak1, 'x12/missing-value', 'missing AK102', 2));
    this.group = {
      ...NO_GROUP,
      functionalId: functionalId ?? '',
      controlNumber: controlNumber ?? '',
      guide: guide ?? '',
    };
    this.group.errorCodes = [];
    this.group.segment = ak1.index;
  }

  private openSet(ak2: X12Segment, out: AcknowledgementItem[]): void {
    this.leaveOpenSet(out);
    this.limit.restart();
    this.answers.count += 1;
    if (this.group) this.group.sets += 1;
    this.set = {
      ordinal: this.answers.count,
      functionalId: this.group?.functionalId ?? '',
      groupControlNumber: this.group?.controlNumber ?? '',
      transactionId: this.values.text(ak2, 1),
      controlNumber: this.values.text(ak2, 2),
      code: '',
      errorCodes: [],
      segments: [],
      segmentCount: 0,
      segment: ak2.index,
    };
  }

  private segmentNote(ik3: X12Segment): void {
    const { set } = this;
    if (!set) return;
    set.segmentCount += 1;
    const [position, code] = [this.values.quantity(ik3, 2) ?? 0, this.values.text(ik3, 4)];
    this.wrong = { id: this.values.text(ik3, 1), position, code, claimControlNumber: undefined, elements: [] };
    if (set.segments.length < MOST_SEGMENTS_KEPT) set.segments.push(this.wrong);
  }

  /** `CTX*CLM01:number` names the claim; other contexts say which rule, which IK304 says too. */
  private context(ctx: X12Segment): void {
    const [name, value] = ctx.components(1);
    if (this.wrong && name?.trim() === 'CLM01' && value) this.wrong.claimControlNumber = value.trim();
  }

  private elementNote(ik4: X12Segment): void {
    const { wrong } = this;
    if (!wrong || wrong.elements.length >= MOST_SEGMENTS_KEPT) return;
    const [position, component] = ik4.components(1).map(Number);
    wrong.elements.push({ position: position || 0, component: component || 0, code: this.values.text(ik4, 3) });
  }

  private closeSet(ik5: X12Segment, out: AcknowledgementItem[]): void {
    const { set } = this;
    if (!set) return;
    set.code = this.values.text(ik5, 1);
    set.errorCodes = codesFrom(ik5, 2, 6);
    if (set.code === '') this.faults.add(errorAt(ik5, 'x12/missing-value', 'missing IK501', 1));
    out.push({ type: 'set', set });
    this.set = undefined;
    this.wrong = undefined;
  }

  private closeGroup(ak9: X12Segment, out: AcknowledgementItem[]): void {
    this.leaveOpenSet(out);
    const { group } = this;
    if (!group) return;
    this.answers.count += 1;
    group.ordinal = this.answers.count;
    group.code = this.values.text(ak9, 1);
    [group.included, group.received, group.accepted] = [2, 3, 4].map((at) => this.values.quantity(ak9, at) ?? 0) as [
      number,
      number,
      number,
    ];
    group.errorCodes = codesFrom(ak9, 5, 9);
    out.push({ type: 'group', group });
    this.group = undefined;
  }

  /** An AK2 without its IK5 says nothing about its set. */
  private leaveOpenSet(out: AcknowledgementItem[]): void {
    if (!this.set) return;
    this.missing('IK5');
    out.push({ type: 'set', set: this.set });
    this.set = undefined;
    this.wrong = undefined;
  }

  private missing(id: string): void {
    const place = { index: this.set?.segment ?? this.transaction.segment, line: this.transaction.line };
    this.faults.add(errorAt(place, 'x12/missing-value', `missing ${id}`));
  }
}

const codesFrom = (segment: X12Segment, first: number, last: number): string[] =>
  segment.elements
    .slice(first, last + 1)
    .map((code) => code.trim())
    .filter((code) => code !== '');

const NO_GROUP: AcknowledgedGroup = {
  functionalId: '',
  controlNumber: '',
  guide: '',
  code: '',
  included: 0,
  received: 0,
  accepted: 0,
  errorCodes: [],
  sets: 0,
  ordinal: 0,
  segment: 0,
};
