import { groupHeader, interchangeHeader, transactionHeader } from './envelope-headers.ts';
import type { GroupHeader, InterchangeHeader, TransactionHeader } from './envelope-headers.ts';
import type { FaultLog } from './fault-log.ts';
import { errorAt, shownToken, type FaultPlace } from './faults.ts';
import type { X12Segment } from './segment.ts';

/** What a segment is to the envelope. `outside` stands in no transaction set although it should. */
export type EnvelopeRole =
  | 'interchange-start'
  | 'interchange-end'
  | 'group-start'
  | 'group-end'
  | 'transaction-start'
  | 'transaction-end'
  | 'body'
  | 'outside';

/**
 * Follows ISA, GS, ST, SE, GE and IEA (X12.5, X12.6): that they are there, nest, count right (SE01, GE01, IEA01)
 * and repeat their control numbers (SE02, GE02, IEA02). Goes on past every fault and reports it to the log; what
 * a fault means is for the caller to decide.
 */
export class EnvelopeChecker {
  interchange: InterchangeHeader | undefined;
  group: GroupHeader | undefined;
  transaction: TransactionHeader | undefined;
  interchanges = 0;
  groups = 0;
  transactions = 0;
  private readonly faults: FaultLog;
  private groupsInInterchange = 0;
  private transactionsInGroup = 0;
  private segmentsInTransaction = 0;

  constructor(faults: FaultLog) {
    this.faults = faults;
  }

  /** Takes the next segment of the file and says what it is. */
  accept(segment: X12Segment): EnvelopeRole {
    switch (segment.id) {
      case 'ISA':
        return this.openInterchange(segment);
      case 'GS':
        return this.openGroup(segment);
      case 'ST':
        return this.openTransaction(segment);
      case 'SE':
        return this.closeTransaction(segment);
      case 'GE':
        return this.closeGroup(segment);
      case 'IEA':
        return this.closeInterchange(segment);
      default:
        return this.body(segment);
    }
  }

  /** The file has ended after the segment at `last`: reports what is still open. */
  end(last: FaultPlace): void {
    this.requireInterchangeClosed(last);
  }

  private body(segment: X12Segment): EnvelopeRole {
    if (this.transaction !== undefined) {
      this.segmentsInTransaction += 1;
      return 'body';
    }
    const mayStandOutside = segment.id === 'TA1' && this.group === undefined;
    if (!mayStandOutside && segment.id !== '') this.misplaced(segment, 'stands in no transaction set');
    return 'outside';
  }

  private openInterchange(isa: X12Segment): EnvelopeRole {
    this.requireInterchangeClosed(isa);
    this.interchanges += 1;
    this.groupsInInterchange = 0;
    this.interchange = interchangeHeader(isa, this.interchanges);
    return 'interchange-start';
  }

  private openGroup(gs: X12Segment): EnvelopeRole {
    this.requireGroupClosed(gs);
    if (this.interchange === undefined) this.missing(gs, 'ISA before GS');
    this.groups += 1;
    this.groupsInInterchange += 1;
    this.transactionsInGroup = 0;
    this.group = groupHeader(gs);
    return 'group-start';
  }

  private openTransaction(st: X12Segment): EnvelopeRole {
    this.requireTransactionClosed(st);
    if (this.group === undefined) this.missing(st, 'GS before ST');
    this.transactions += 1;
    this.transactionsInGroup += 1;
    this.segmentsInTransaction = 1;
    this.transaction = transactionHeader(st, this.transactions, this.group);
    return 'transaction-start';
  }

  private closeTransaction(se: X12Segment): EnvelopeRole {
    if (this.transaction === undefined) this.missing(se, 'ST before SE');
    else {
      this.checkCount(se, this.segmentsInTransaction + 1);
      this.checkControl(se, this.transaction.controlNumber, se.at(2).trim() === this.transaction.controlNumber);
    }
    this.transaction = undefined;
    return 'transaction-end';
  }

  private closeGroup(ge: X12Segment): EnvelopeRole {
    this.requireTransactionClosed(ge);
    if (this.group === undefined) this.missing(ge, 'GS before GE');
    else {
      this.checkCount(ge, this.transactionsInGroup);
      this.checkControl(ge, this.group.controlNumber, isSameNumber(ge.at(2), this.group.controlNumber));
    }
    this.group = undefined;
    return 'group-end';
  }

  private closeInterchange(iea: X12Segment): EnvelopeRole {
    this.requireGroupClosed(iea);
    if (this.interchange === undefined) this.missing(iea, 'ISA before IEA');
    else {
      this.checkCount(iea, this.groupsInInterchange);
      this.checkControl(iea, this.interchange.controlNumber, isSameNumber(iea.at(2), this.interchange.controlNumber));
    }
    this.interchange = undefined;
    return 'interchange-end';
  }

  private requireTransactionClosed(place: FaultPlace): void {
    if (this.transaction !== undefined) this.missing(place, `SE of set ${shownToken(this.transaction.controlNumber)}`);
    this.transaction = undefined;
  }

  private requireGroupClosed(place: FaultPlace): void {
    this.requireTransactionClosed(place);
    if (this.group !== undefined) this.missing(place, `GE of group ${shownToken(this.group.controlNumber)}`);
    this.group = undefined;
  }

  private requireInterchangeClosed(place: FaultPlace): void {
    this.requireGroupClosed(place);
    const open = this.interchange;
    if (open !== undefined) this.missing(place, `IEA of interchange ${shownToken(open.controlNumber)}`);
    this.interchange = undefined;
  }

  private checkCount(trailer: X12Segment, found: number): void {
    const said = trailer.at(1).trim();
    if (/^\d{1,10}$/.test(said) && Number(said) === found) return;
    const message = `${trailer.id}01 says ${shownToken(said)}, found ${found}`;
    this.faults.add(errorAt(trailer, 'x12/count-mismatch', message, 1));
  }

  private checkControl(trailer: X12Segment, expected: string, isSame: boolean): void {
    if (isSame) return;
    const message = `${trailer.id}02 says ${shownToken(trailer.at(2).trim())}, expected ${shownToken(expected)}`;
    this.faults.add(errorAt(trailer, 'x12/control-number-mismatch', message, 2));
  }

  private missing(place: FaultPlace, what: string): void {
    this.faults.add(errorAt(place, 'x12/missing-segment', `missing ${what}`));
  }

  private misplaced(segment: X12Segment, why: string): void {
    this.faults.add(errorAt(segment, 'x12/misplaced-segment', `${segment.id} ${why}`));
  }
}

/** ISA13 and GS06 are numbers: leading zeros do not count. */
function isSameNumber(said: string, expected: string): boolean {
  const [first, second] = [said.trim(), expected.trim()];
  if (first === second) return first !== '';
  return /^\d{1,9}$/.test(first) && /^\d{1,9}$/.test(second) && Number(first) === Number(second);
}
