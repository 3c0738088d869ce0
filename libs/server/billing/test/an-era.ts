import { formatCents, writeInterchange } from '@caseboard/x12';
import type { SegmentInput } from '@caseboard/x12';

/** Group code, CARC, cents. */
export type Cas = readonly [group: string, carc: string, cents: number];

export interface EraLine {
  procedure: string;
  chargeCents: number;
  /** What is left after the adjustments unless given. */
  paidCents?: number;
  adjustments?: readonly Cas[];
  remarks?: readonly string[];
}

export interface EraClaim {
  number: string;
  /** CLP02, `1` unless given. */
  status?: string;
  payerNumber?: string;
  patient?: readonly [last: string, first: string];
  chargeCents?: number;
  paidCents?: number;
  adjustments?: readonly Cas[];
  lines?: readonly EraLine[];
}

export interface EraSet {
  trace: string;
  payer?: { name: string; id: string };
  payeeNpi?: string;
  /** `YYYY-MM-DD`; null leaves BPR16 out. */
  paidOn?: string | null;
  /** Takes this much from BPR02 so that it does not add up. */
  wrongBy?: number;
  claims: readonly EraClaim[];
  /** Reason, reference, cents. */
  plb?: readonly (readonly [reason: string, reference: string, cents: number])[];
}

const sum = (adjustments: readonly Cas[] = []) => adjustments.reduce((total, [, , cents]) => total + cents, 0);
const paidOfLine = (line: EraLine) => line.paidCents ?? line.chargeCents - sum(line.adjustments);
const chargeOf = (claim: EraClaim) =>
  claim.chargeCents ?? (claim.lines ?? []).reduce((total, line) => total + line.chargeCents, 0);

/** What a claim pays unless told: charge less all adjustments. */
export const paidOf = (claim: EraClaim): number =>
  claim.paidCents ??
  chargeOf(claim) -
    sum(claim.adjustments) -
    (claim.lines ?? []).reduce((total, line) => total + sum(line.adjustments), 0);

/** An 835 with these payments; balanced unless told otherwise. */
export function anEra(...sets: readonly EraSet[]): string {
  return writeInterchange({
    senderId: 'PAYER',
    receiverId: 'HOSPITAL',
    controlNumber: 1,
    at: new Date('2026-11-20T12:00:00Z'),
    groups: [
      {
        functionalId: 'HP',
        version: '005010X221A1',
        senderCode: 'PAYER',
        receiverCode: 'HOSPITAL',
        transactions: sets.map((set) => ({ id: '835', implementation: null, segments: segmentsOf(set) })),
      },
    ],
  });
}

function segmentsOf(set: EraSet): SegmentInput[] {
  const { payer = { name: 'NORTHLAKE HMO', id: '12345' }, plb = [] } = set;
  const withheld = plb.reduce((total, [, , cents]) => total + cents, 0);
  const paid = set.claims.reduce((total, claim) => total + paidOf(claim), 0) - withheld - (set.wrongBy ?? 0);
  const date = (set.paidOn === undefined ? '2026-11-20' : (set.paidOn ?? '')).replaceAll('-', '');
  const bpr: SegmentInput = ['BPR', 'I', formatCents(paid), 'C', 'ACH', 'CCP', ...Array<string>(10).fill(''), date];
  return [
    bpr,
    ['TRN', '1', set.trace, '1512345678'],
    ['N1', 'PR', payer.name, 'XV', payer.id],
    ['N1', 'PE', 'LAKESIDE REGIONAL', 'XX', set.payeeNpi ?? '1234567893'],
    ['LX', '1'],
    ...set.claims.flatMap(claimSegments),
    ...plb.map(([reason, reference, cents]): SegmentInput => [
      'PLB',
      '1234567893',
      '20261231',
      [reason, reference],
      formatCents(cents),
    ]),
  ];
}

function claimSegments(claim: EraClaim): SegmentInput[] {
  const { patient: [last, first] = ['TESTER', 'WANDA'] } = claim;
  const patientShare = [claim.adjustments ?? [], ...(claim.lines ?? []).map((line) => line.adjustments ?? [])]
    .flat()
    .filter(([group]) => group === 'PR');
  return [
    [
      'CLP',
      claim.number,
      claim.status ?? '1',
      formatCents(chargeOf(claim)),
      formatCents(paidOf(claim)),
      formatCents(sum(patientShare)),
      '12',
      claim.payerNumber ?? `ICN${claim.number}`,
      '11',
      '1',
    ],
    ...(claim.adjustments ?? []).map(casSegment),
    ['NM1', 'QC', '1', last, first, '', '', '', 'MI', `M${claim.number}`],
    ['DTM', '232', '20261001'],
    ...(claim.lines ?? []).flatMap((line): SegmentInput[] => [
      ['SVC', ['HC', line.procedure], formatCents(line.chargeCents), formatCents(paidOfLine(line)), '', '1'],
      ['DTM', '472', '20261001'],
      ...(line.adjustments ?? []).map(casSegment),
      ...(line.remarks ?? []).map((code): SegmentInput => ['LQ', 'HE', code]),
    ]),
  ];
}

const casSegment = ([group, carc, cents]: Cas): SegmentInput => ['CAS', group, carc, formatCents(cents)];
