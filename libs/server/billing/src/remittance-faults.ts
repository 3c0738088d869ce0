import type { ImportFault } from '@caseboard/contracts';
import { formatCents } from '@caseboard/x12';
import type { BalanceFailure, RemittanceClaim, RemittanceHeader, X12Fault } from '@caseboard/x12';
import type { GroupedAdjustment } from './claim-adjustments.rules.ts';

/** What names a payment. */
type Payment = Pick<RemittanceHeader, 'traceNumber' | 'segment'>;

/** A reader's fault as the import page shows it. */
export function faultOfReader({ code, message, severity, segment, element, line }: X12Fault): ImportFault {
  return {
    code,
    message,
    severity,
    ...(segment === undefined ? {} : { segment }),
    ...(element === undefined ? {} : { element }),
    ...(line === undefined ? {} : { line }),
  };
}

/** An equation that does not hold (domain 5). Names the claim's control number and the line's number, nothing else. */
export function unbalancedFault(failure: BalanceFailure, header: RemittanceHeader): ImportFault {
  const { level, expectedCents, foundCents, differenceCents, segments } = failure;
  const side = differenceCents < 0 ? 'short' : 'over';
  return {
    code: 'remittance/unbalanced',
    message: `${subjectOf(failure)} does not add up: ${EQUATIONS[failure.check]}. It is ${dollars(differenceCents)} ${side} (${segmentsOf(segments)}).`,
    severity: 'error',
    ...(segments[0] === undefined ? {} : { segment: segments[0] }),
    balance: { level, ids: idsOf(failure, header), expectedCents, foundCents, differenceCents },
  };
}

/** CLP05 and the PR adjustments differ: worth knowing, nothing is wrong with the books. */
export function patientShareFault(failure: BalanceFailure): ImportFault {
  const { expectedCents, foundCents, differenceCents, segments } = failure;
  return {
    code: 'remittance/patient-share',
    message: `CLP05 of claim ${shown(failure.ids.claimControlNumber)} says ${formatCents(foundCents)}, its PR adjustments are ${formatCents(expectedCents)}.`,
    severity: 'warning',
    ...(segments[0] === undefined ? {} : { segment: segments[0] }),
    balance: {
      level: 'claim',
      ids: [failure.ids.claimControlNumber ?? ''],
      expectedCents,
      foundCents,
      differenceCents,
    },
  };
}

/** The same payment was posted before; nothing of this set posts. */
export const duplicateFault = (header: Payment, earlier: string): ImportFault => ({
  code: 'remittance/duplicate',
  message: `Payment ${shown(header.traceNumber)} was posted before as ${earlier}; nothing of it was posted again.`,
  severity: 'warning',
  segment: header.segment,
});

/** Nobody here is paid under this id; it posts all the same. */
export const unknownPayeeFault = (header: Payment): ImportFault => ({
  code: 'remittance/unknown-payee',
  message: `The payee of payment ${shown(header.traceNumber)} is none of our facilities; it posts all the same.`,
  severity: 'warning',
  segment: header.segment,
});

/** No date in BPR or DTM*405: the day of the import stands in. */
export const undatedFault = (header: Payment): ImportFault => ({
  code: 'remittance/undated',
  message: `Payment ${shown(header.traceNumber)} has no date; the day of the import is taken.`,
  severity: 'warning',
  segment: header.segment,
});

/** CARC 16, 17, 96, 125 and A1 need a remark code beside them (domain 4). */
export function missingRemarkFault(claim: RemittanceClaim, adjustment: GroupedAdjustment): ImportFault {
  const where = adjustment.lineOrdinal === null ? '' : ` line ${adjustment.lineOrdinal}`;
  return {
    code: 'remittance/missing-remark',
    message: `${adjustment.group}-${adjustment.carc} on claim ${shown(claim.controlNumber)}${where} comes without a remark code.`,
    severity: 'warning',
    segment: claim.segment,
  };
}

const EQUATIONS: Record<BalanceFailure['check'], string> = {
  line: 'SVC02 − Σ CAS = SVC03',
  'claim-adjustments': 'CLP03 − Σ CAS = CLP04',
  'claim-charges': 'Σ SVC02 = CLP03',
  'claim-payments': 'Σ SVC03 − Σ CAS = CLP04',
  transaction: 'Σ CLP04 − Σ PLB = BPR02',
  'patient-share': 'Σ CAS*PR = CLP05',
};

function subjectOf({ level, ids }: BalanceFailure): string {
  if (level === 'transaction') return 'The payment';
  const claim = `claim ${shown(ids.claimControlNumber)}`;
  return level === 'line' ? `Line ${ids.lineOrdinal} of ${claim}` : `The charge of ${claim}`;
}

function idsOf({ level, ids }: BalanceFailure, header: RemittanceHeader): string[] {
  if (level === 'transaction') return [header.traceNumber];
  return level === 'line' ? [ids.claimControlNumber ?? '', String(ids.lineOrdinal)] : [ids.claimControlNumber ?? ''];
}

const dollars = (cents: number) => `$${(Math.abs(cents) / 100).toFixed(2)}`;
const shown = (number: string | undefined) => (number ? number.slice(0, 40) : '?');

function segmentsOf(segments: readonly number[]): string {
  const [first, last] = [Math.min(...segments), Math.max(...segments)];
  return first === last ? `segment ${first}` : `segments ${first} to ${last}`;
}
