import { areDistinct, USUAL_DELIMITERS, type Delimiters } from './delimiters.ts';
import { trimSegment, writeSegment, type SegmentInput } from './segment-writer.ts';

/** One transaction set to write: what stands between its ST and SE. */
export type TransactionInput = {
  /** ST01: `835`, `837`, `999`, `277`… */
  readonly id: string;
  /** ST02, 4 to 9 characters; the position in the group (`0001`) when left out. */
  readonly controlNumber?: string;
  /** ST03; the group's version when left out, `null` for a guide that has no ST03 (835, 4010). */
  readonly implementation?: string | null;
  readonly segments: Iterable<SegmentInput>;
};

/** One functional group to write (GS to GE). */
export type GroupInput = {
  /** GS01: `HP` for an 835, `HC` for an 837, `FA` for a 999, `HN` for a 277. */
  readonly functionalId: string;
  /** GS08, such as `005010X221A1`. */
  readonly version: string;
  readonly senderCode: string;
  readonly receiverCode: string;
  /** GS06; the position in the interchange when left out. */
  readonly controlNumber?: number;
  readonly transactions: Iterable<TransactionInput>;
};

/** One interchange to write (ISA to IEA). */
export type InterchangeInput = {
  /** ISA06, at most 15 characters. */
  readonly senderId: string;
  /** ISA08, at most 15 characters. */
  readonly receiverId: string;
  /** ISA13, 0 to 999999999. */
  readonly controlNumber: number;
  /** ISA09/10 and GS04/05, written as UTC. */
  readonly at: Date;
  readonly groups: Iterable<GroupInput>;
  /** ISA05 and ISA07, `ZZ` when left out. */
  readonly senderQualifier?: string;
  readonly receiverQualifier?: string;
  /** ISA12, `00501` when left out. */
  readonly version?: string;
  /** ISA15: production or test; `P` when left out. */
  readonly usage?: 'P' | 'T';
  /** `* ^ : ~` when left out. Without a repetition separator ISA11 is `U`. */
  readonly delimiters?: Delimiters;
  /** Written after every terminator, such as `\n`; nothing when left out. */
  readonly lineEnd?: string;
};

/**
 * Writes interchange envelopes and keeps their counts and control numbers (X12.6): SE01 counts ST to SE,
 * GE01 the sets, IEA01 the groups. Each method returns the text it adds, so large files can be streamed.
 */
export class X12Writer {
  private readonly delimiters: Delimiters;
  private readonly lineEnd: string;
  private segments = 0;
  private transactions = 0;
  private groups = 0;

  /** @throws RangeError when two delimiters are the same or one cannot delimit. */
  constructor(delimiters: Delimiters = USUAL_DELIMITERS, lineEnd = '') {
    if (!areDistinct(delimiters)) throw new RangeError('delimiters must be distinct and no letter, digit or space');
    this.delimiters = delimiters;
    this.lineEnd = lineEnd;
  }

  /** One segment inside a transaction set, without empty elements at its end. @throws RangeError as writeSegment. */
  segment(segment: SegmentInput): string {
    this.segments += 1;
    return writeSegment(trimSegment(segment), this.delimiters) + this.lineEnd;
  }

  /** Writes ISA. @throws RangeError when an id or the control number does not fit its fixed width. */
  openInterchange(interchange: InterchangeInput): string {
    this.groups = 0;
    const { element, component, segment } = this.delimiters;
    return isaElements(interchange, this.delimiters).join(element) + element + component + segment + this.lineEnd;
  }

  /** Writes GS with the given control number. */
  openGroup(group: GroupInput, controlNumber: number, at: Date): string {
    this.groups += 1;
    this.transactions = 0;
    const { functionalId, senderCode, receiverCode, version } = group;
    const [date, time] = [dateText(at), timeText(at)];
    return this.segment(['GS', functionalId, senderCode, receiverCode, date, time, `${controlNumber}`, 'X', version]);
  }

  /** Writes ST and starts counting the segments of the set. */
  openTransaction(id: string, controlNumber: string, implementation: string | null): string {
    this.segments = 0;
    this.transactions += 1;
    return this.segment(['ST', id, controlNumber, implementation ?? '']);
  }

  /** Writes SE with the number of segments since ST. */
  closeTransaction(controlNumber: string): string {
    return this.segment(['SE', `${this.segments + 1}`, controlNumber]);
  }

  /** Writes GE with the number of sets since GS. */
  closeGroup(controlNumber: number): string {
    return this.segment(['GE', `${this.transactions}`, `${controlNumber}`]);
  }

  /** Writes IEA with the number of groups since ISA. */
  closeInterchange(controlNumber: number): string {
    return this.segment(['IEA', `${this.groups}`, interchangeNumber(controlNumber)]);
  }
}

/**
 * The text of one interchange, piece by piece, for files that should not be held in memory. Same input and
 * faults as `writeInterchange`.
 */
export function* writeInterchangeParts(interchange: InterchangeInput): Generator<string> {
  const writer = new X12Writer(interchange.delimiters, interchange.lineEnd);
  let groups = 0;
  yield writer.openInterchange(interchange);
  for (const group of interchange.groups) yield* groupParts(writer, group, (groups += 1), interchange.at);
  yield writer.closeInterchange(interchange.controlNumber);
}

/**
 * `writeInterchange(interchange: InterchangeInput): string`
 *
 * Writes one whole interchange: ISA, then for each group GS, its sets as ST … SE, GE, then IEA, with counts and
 * control numbers filled in. Each segment is `[id, element 1, element 2, …]`; an element is text, a composite
 * (`['HC', '99213', '25']`) or repetitions (`[['A'], ['B']]`). Empty elements at the end are left out.
 *
 * @throws RangeError when text holds a delimiter (see `writableText`) or an ISA field does not fit.
 * @example
 * writeInterchange({
 *   senderId: 'PAYER', receiverId: 'LAKESIDE', controlNumber: 1, at: new Date(), lineEnd: '\n',
 *   groups: [{ functionalId: 'HP', version: '005010X221A1', senderCode: 'PAYER', receiverCode: 'LAKESIDE',
 *     transactions: [{ id: '835', implementation: null, segments: [['BPR', 'I', '12.50', 'C', 'CHK']] }] }],
 * });
 */
export function writeInterchange(interchange: InterchangeInput): string {
  return [...writeInterchangeParts(interchange)].join('');
}

function* groupParts(writer: X12Writer, group: GroupInput, position: number, at: Date): Generator<string> {
  const controlNumber = group.controlNumber ?? position;
  let transactions = 0;
  yield writer.openGroup(group, controlNumber, at);
  for (const transaction of group.transactions) {
    transactions += 1;
    yield* transactionParts(writer, transaction, group.version, transactions);
  }
  yield writer.closeGroup(controlNumber);
}

function* transactionParts(
  writer: X12Writer,
  transaction: TransactionInput,
  groupVersion: string,
  position: number,
): Generator<string> {
  const controlNumber = transaction.controlNumber ?? String(position).padStart(4, '0');
  const implementation = transaction.implementation === undefined ? groupVersion : transaction.implementation;
  yield writer.openTransaction(transaction.id, controlNumber, implementation);
  for (const segment of transaction.segments) yield writer.segment(segment);
  yield writer.closeTransaction(controlNumber);
}

function isaElements(interchange: InterchangeInput, delimiters: Delimiters): string[] {
  const { senderQualifier = 'ZZ', receiverQualifier = 'ZZ', version = '00501', usage = 'P', at } = interchange;
  const sender = [fixed(senderQualifier, 2), fixed(interchange.senderId, 15)];
  const receiver = [fixed(receiverQualifier, 2), fixed(interchange.receiverId, 15)];
  const unused = ['00', fixed('', 10), '00', fixed('', 10)];
  const marks = [
    delimiters.repetition ?? 'U',
    fixed(version, 5),
    interchangeNumber(interchange.controlNumber),
    '0',
    usage,
  ];
  const elements = [...unused, ...sender, ...receiver, dateText(at).slice(2), timeText(at)];
  if (elements.some((text) => Object.values(delimiters).some((delimiter) => text.includes(delimiter))))
    throw new RangeError('ISA holds a delimiter');
  return ['ISA', ...elements, ...marks];
}

function fixed(text: string, width: number): string {
  if (text.length > width) throw new RangeError(`ISA field is longer than ${width} characters`);
  return text.padEnd(width);
}

/** ISA13 and IEA02 have nine digits (X12.5). */
function interchangeNumber(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0 || number > 999_999_999)
    throw new RangeError('control number does not fit 9 digits');
  return String(number).padStart(9, '0');
}

const dateText = (at: Date): string => at.toISOString().slice(0, 10).replaceAll('-', '');

const timeText = (at: Date): string => at.toISOString().slice(11, 16).replace(':', '');
