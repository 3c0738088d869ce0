import { readIntoClaim, readIntoLevel } from './claim-status-claim-reader.ts';
import type { ClaimStatusHeader, ClaimStatusReport, LevelStatusReport } from './claim-status.ts';
import { ElementValues } from './element-values.ts';
import type { TransactionHeader } from './envelope-headers.ts';
import { FaultLog } from './fault-log.ts';
import { errorAt, warningAt, type X12Fault } from './faults.ts';
import { FileReader, noCounts, readFileItems } from './file-reader.ts';
import type { FileCounts, FileItem, FileReaderOptions, OpenSet, SetFaults } from './file-reader.ts';
import { PartLimit } from './part-limit.ts';
import { partyOf, type Party } from './parties.ts';
import type { ByteSource } from './read-segments.ts';
import type { X12Segment } from './segment.ts';

/** What reading a 277CA, 277 or 276 yields, in file order. */
export type ClaimStatusItem =
  | FileItem
  | { type: 'transaction-start'; header: ClaimStatusHeader }
  | { type: 'level'; level: LevelStatusReport }
  | { type: 'claim'; claim: ClaimStatusReport }
  | { type: 'transaction-end'; header: ClaimStatusHeader; faults: readonly X12Fault[]; hasErrors: boolean };

/**
 * Reads 277CA (005010X214), 277 (005010X212) and 276 (005010X212) files claim by claim; which of them it is says
 * `header.transaction.kind`. A level comes before its claims. Goes on past faults and never throws on what it reads.
 */
export async function* readClaimStatus(
  source: ByteSource,
  options: FileReaderOptions = {},
): AsyncGenerator<ClaimStatusItem> {
  yield* readFileItems(claimStatusFileReader(options), source);
}

/** The same reader to be fed by hand: `push` chunks, then `end`. */
export function claimStatusFileReader(options: FileReaderOptions = {}): FileReader<ClaimStatusItem> {
  const faults = options.faults ?? new FaultLog();
  const counts = noCounts();
  const sets = {
    expected: '277 or 276',
    accepts: ({ id }: TransactionHeader) => id === '277' || id === '276',
    open: (transaction: TransactionHeader) => new ClaimStatusSet(transaction, faults, counts),
  };
  return new FileReader<ClaimStatusItem>(sets, counts, faults, options);
}

/** HL03 of the levels above a patient. */
const LEVELS: Record<string, LevelStatusReport['level']> = { '20': 'source', '21': 'receiver', '19': 'provider' };
/** Subscriber, dependent, and the patient of a 277CA. */
const PATIENT_LEVELS: ReadonlySet<string> = new Set(['22', '23', 'PT']);

/** Turns the segments of one set into items. Only the current branch of the hierarchy is kept. */
class ClaimStatusSet implements OpenSet<ClaimStatusItem> {
  private readonly faults: FaultLog;
  private readonly counts: FileCounts;
  private readonly values: ElementValues;
  private readonly limit: PartLimit;
  private readonly header: ClaimStatusHeader;
  private readonly parties = new Map<LevelStatusReport['level'], Party>();
  private isOpening = true;
  private level: LevelStatusReport | undefined;
  private isPatient = false;
  private subscriber: Party | undefined;
  private patient: Party | undefined;
  private claim: ClaimStatusReport | undefined;

  constructor(transaction: TransactionHeader, faults: FaultLog, counts: FileCounts) {
    this.faults = faults;
    this.counts = counts;
    this.values = new ElementValues(faults);
    this.limit = new PartLimit(faults);
    this.header = { transaction, purpose: '', reference: '', createdDate: undefined };
  }

  read(segment: X12Segment, out: ClaimStatusItem[]): void {
    if (segment.id === 'HL') return this.openLevel(segment, out);
    if (!this.limit.admits(segment)) return;
    if (segment.id === 'BHT') return this.begin(segment);
    if (segment.id === 'NM1') return this.name(segment);
    if (this.isPatient) return this.readPatient(segment, out);
    if (this.level) readIntoLevel(segment, this.level, this.values);
  }

  close(out: ClaimStatusItem[], found: () => SetFaults): void {
    this.leaveLevel(out);
    out.push({ type: 'transaction-end', header: this.header, ...found() });
  }

  private begin(bht: X12Segment): void {
    this.header.purpose = this.values.text(bht, 2);
    this.header.reference = this.values.text(bht, 3);
    this.header.createdDate = this.values.date(bht, 4);
  }

  private openLevel(hl: X12Segment, out: ClaimStatusItem[]): void {
    this.leaveLevel(out);
    this.limit.restart();
    const code = this.values.text(hl, 3);
    this.isPatient = PATIENT_LEVELS.has(code);
    const level = LEVELS[code];
    if (level) this.openUpper(level);
    else if (!this.isPatient) this.faults.add(warningAt(hl, 'x12/bad-hierarchy', 'HL03 is no level of this guide', 3));
    else if (code === '22') [this.subscriber, this.patient] = [undefined, undefined];
    else this.patient = undefined;
  }

  /** A level above patients: what was known of those below it holds no more. */
  private openUpper(level: LevelStatusReport['level']): void {
    for (const below of BELOW[level]) this.parties.delete(below);
    [this.subscriber, this.patient] = [undefined, undefined];
    this.level = emptyLevel(level);
  }

  private name(nm1: X12Segment): void {
    const party = partyOf(nm1);
    const entity = this.values.text(nm1, 1);
    if (this.isPatient) {
      if (entity === 'IL') this.subscriber = party;
      else if (entity === 'QC') this.patient = party;
    } else if (this.level) {
      this.level.party ??= party;
      this.parties.set(this.level.level, this.level.party);
    }
  }

  private readPatient(segment: X12Segment, out: ClaimStatusItem[]): void {
    if (segment.id === 'TRN') return this.openClaim(segment, this.values.text(segment, 2), out);
    if (segment.id === 'STC' && !this.claim) this.openClaim(segment, '', out);
    if (this.claim) readIntoClaim(segment, this.claim, this.values);
  }

  private openClaim(at: X12Segment, controlNumber: string, out: ClaimStatusItem[]): void {
    this.closeClaim(out);
    this.open(out);
    this.counts.claims += 1;
    if (controlNumber === '') this.faults.add(errorAt(at, 'x12/missing-value', 'missing TRN02', 2));
    this.claim = {
      ordinal: this.counts.claims,
      transactionOrdinal: this.header.transaction.ordinal,
      source: this.parties.get('source'),
      receiver: this.parties.get('receiver'),
      provider: this.parties.get('provider'),
      subscriber: this.subscriber,
      patient: this.patient ?? this.subscriber,
      controlNumber,
      ...NO_DETAILS,
      ...{ statuses: [], references: [], amounts: [], lines: [] },
      segment: at.index,
    };
  }

  private leaveLevel(out: ClaimStatusItem[]): void {
    this.open(out);
    this.closeClaim(out);
    if (this.level) out.push({ type: 'level', level: this.level });
    this.level = undefined;
    this.isPatient = false;
  }

  private closeClaim(out: ClaimStatusItem[]): void {
    const { claim } = this;
    if (!claim) return;
    this.claim = undefined;
    this.limit.restart();
    this.counts.serviceLines += claim.lines.length;
    out.push({ type: 'claim', claim });
  }

  private open(out: ClaimStatusItem[]): void {
    if (this.isOpening) out.push({ type: 'transaction-start', header: this.header });
    this.isOpening = false;
  }
}

const BELOW: Record<LevelStatusReport['level'], LevelStatusReport['level'][]> = {
  source: ['source', 'receiver', 'provider'],
  receiver: ['receiver', 'provider'],
  provider: ['provider'],
};

const NO_DETAILS = {
  payerClaimNumber: undefined,
  accountNumber: undefined,
  serviceFrom: undefined,
  serviceTo: undefined,
};

const emptyLevel = (level: LevelStatusReport['level']): LevelStatusReport => ({
  level,
  party: undefined,
  trace: '',
  statuses: [],
  acceptedCount: undefined,
  rejectedCount: undefined,
  acceptedCents: undefined,
  rejectedCents: undefined,
  receivedOn: undefined,
});
