import type { ImportCounts, ImportFault } from '@caseboard/contracts';
import { checkClaimBalance, checkPatientShare, checkTransactionBalance } from '@caseboard/x12';
import type { BalanceFailure, FileCounts, RemittanceClaim, RemittanceHeader, RemittanceItem } from '@caseboard/x12';
import { adjustmentsOf } from './claim-adjustments.rules.ts';
import {
  faultOfReader,
  missingRemarkFault,
  patientShareFault,
  unbalancedFault,
  undatedFault,
} from './remittance-faults.ts';
import { RemittanceFingerprint } from './remittance-fingerprint.ts';

/** What reading one transaction set (one payment) found. */
export interface CheckedSet {
  /** Position in the file, from 1. */
  ordinal: number;
  /** Of BPR. */
  segment: number;
  traceNumber: string;
  paidCents: number;
  payerName: string;
  payeeId: string;
  fingerprint: string;
  claims: number;
  /** Claims with a denial: each becomes a case, and work. */
  deniedClaims: number;
  /** The first equation that does not hold, when there is one. */
  failure: BalanceFailure | undefined;
  /** Some value could not be read: nothing of the set can be trusted. */
  isUnreadable: boolean;
}

/** What reading the whole file found. */
export interface CheckedFile {
  sets: CheckedSet[];
  counts: ImportCounts;
  faults: ImportFault[];
  hasEnvelopeErrors: boolean;
}

const MOST_FAULTS = 300;
const MOST_FAULTS_OF_A_SET = 20;
const NEEDS_REMARK = new Set(['16', '17', '96', '125', 'A1']);

/** Checks an 835 item by item: balances, fingerprints, warnings. Holds no more than a few numbers a set. */
export class RemittanceCheck {
  private readonly sets: CheckedSet[] = [];
  private readonly errors: ImportFault[] = [];
  private readonly warnings: ImportFault[] = [];
  private header: RemittanceHeader | undefined;
  private fingerprint = new RemittanceFingerprint();
  private failure: BalanceFailure | undefined;
  private failures = 0;
  private denials = 0;
  private deniedClaims = 0;
  /** Claims read so far, for the progress. */
  claims = 0;

  take(item: RemittanceItem): CheckedFile | undefined {
    if (item.type === 'transaction-start') this.open(item.header);
    else if (item.type === 'claim') this.takeClaim(item.claim);
    else if (item.type === 'transaction-end') this.close(item);
    else if (item.type === 'file-end') return this.end(item);
    return undefined;
  }

  private open(header: RemittanceHeader): void {
    this.header = header;
    this.fingerprint = new RemittanceFingerprint();
    this.failure = undefined;
    this.failures = 0;
    this.deniedClaims = 0;
    if (!header.paymentDate && !header.productionDate) this.warn(undatedFault(header));
  }

  private takeClaim(claim: RemittanceClaim): void {
    this.claims += 1;
    this.fingerprint.add(claim.controlNumber);
    for (const failure of checkClaimBalance(claim)) this.refuse(failure);
    const share = checkPatientShare(claim);
    if (share) this.warn(patientShareFault(share));
    const denials = adjustmentsOf(claim).filter(({ isDenial }) => isDenial);
    this.denials += denials.length;
    if (denials.length > 0) this.deniedClaims += 1;
    for (const adjustment of denials) {
      if (NEEDS_REMARK.has(adjustment.carc) && !hasRemark(claim, adjustment.lineOrdinal)) {
        this.warn(missingRemarkFault(claim, adjustment));
      }
    }
  }

  private close(item: Extract<RemittanceItem, { type: 'transaction-end' }>): void {
    const { header, totals } = item;
    this.header = header;
    const failure = checkTransactionBalance(header, totals);
    if (failure) this.refuse(failure);
    this.sets.push({
      ordinal: header.transaction.ordinal,
      segment: header.segment,
      traceNumber: kept(header.traceNumber),
      paidCents: header.paidCents,
      payerName: kept((header.payer.name || header.payer.id || 'Unnamed payer').slice(0, 120)),
      payeeId: kept(header.payee.id),
      fingerprint: this.fingerprint.of(header),
      claims: totals.claims,
      deniedClaims: this.deniedClaims,
      failure: this.failure,
      isUnreadable: item.hasErrors,
    });
  }

  private refuse(failure: BalanceFailure): void {
    this.failure ??= failure;
    this.failures += 1;
    const isListed = this.failures <= MOST_FAULTS_OF_A_SET && this.errors.length < MOST_FAULTS;
    if (isListed && this.header) this.errors.push(unbalancedFault(failure, this.header));
  }

  private warn(fault: ImportFault): void {
    if (this.warnings.length < MOST_FAULTS) this.warnings.push(fault);
  }

  private end(item: Extract<RemittanceItem, { type: 'file-end' }>): CheckedFile {
    return {
      sets: this.sets,
      counts: { ...countsOf(item.counts), denials: this.denials },
      faults: errorsFirst([...item.faults.map(faultOfReader), ...this.errors, ...this.warnings]),
      hasEnvelopeErrors: item.hasEnvelopeErrors,
    };
  }
}

/** What a file holds, in the words of the import page. */
export const countsOf = (found: FileCounts): ImportCounts => ({
  interchanges: found.interchanges,
  transactions: found.transactions,
  claims: found.claims,
  serviceLines: found.serviceLines,
  adjustments: found.adjustments,
});

/** A copy: what the reader gives may hold on to the whole chunk it was cut from, and this stays as long as the file. */
const kept = (text: string): string => Buffer.from(text).toString();

/** The page lists only so many: what stops a file must not drown in warnings. */
export const errorsFirst = (faults: readonly ImportFault[]): ImportFault[] =>
  faults.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));

function hasRemark(claim: RemittanceClaim, lineOrdinal: number | null): boolean {
  if (claim.remarkCodes.length > 0) return true;
  const line = lineOrdinal === null ? undefined : claim.lines[lineOrdinal - 1];
  return (line?.remarkCodes.length ?? 0) > 0;
}
