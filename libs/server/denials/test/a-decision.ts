import { formatCents, writeInterchange } from '@caseboard/x12';
import type { SegmentInput } from '@caseboard/x12';

/** A line the payer decided: group code, CARC and cents of what it did not pay. */
export interface DecidedLine {
  chargeCents: number;
  adjustments?: readonly (readonly [group: string, carc: string, cents: number])[];
  remarks?: readonly string[];
}

/** A claim in a remittance. */
export interface Decided {
  number: string;
  /** CLP02, `1` unless given; `22` takes an earlier decision back. */
  status?: string;
  lines: readonly DecidedLine[];
}

const AT = new Date('2026-11-20T12:00:00Z');
const PARTIES = { controlNumber: 1, at: AT };
const sumOf = (line: DecidedLine) => (line.adjustments ?? []).reduce((sum, [, , cents]) => sum + cents, 0);
const paidOf = ({ lines }: Decided) => lines.reduce((sum, line) => sum + line.chargeCents - sumOf(line), 0);
const chargeOf = ({ lines }: Decided) => lines.reduce((sum, line) => sum + line.chargeCents, 0);

/** A balanced 835 of one payment on 20 November 2026. */
export function anEra(trace: string, claims: readonly Decided[], payer = 'NORTHLAKE HMO'): string {
  const paid = claims.reduce((sum, claim) => sum + paidOf(claim), 0);
  const segments: SegmentInput[] = [
    ['BPR', 'I', formatCents(paid), 'C', 'ACH', 'CCP', ...Array<string>(10).fill(''), '20261120'],
    ['TRN', '1', trace, '1512345678'],
    ['N1', 'PR', payer, 'XV', payer.slice(0, 5)],
    ['N1', 'PE', 'LAKESIDE REGIONAL', 'XX', '1234567893'],
    ['LX', '1'],
    ...claims.flatMap(claimSegments),
  ];
  return interchange('HP', '005010X221A1', '835', segments);
}

function claimSegments(claim: Decided): SegmentInput[] {
  const { number, status = '1', lines } = claim;
  return [
    [
      'CLP',
      number,
      status,
      formatCents(chargeOf(claim)),
      formatCents(paidOf(claim)),
      '0',
      '12',
      `ICN${number}`,
      '11',
      '1',
    ],
    ['NM1', 'QC', '1', 'TESTER', 'WANDA', '', '', '', 'MI', `M${number}0936`],
    ...lines.flatMap((line, at): SegmentInput[] => [
      ['SVC', ['HC', `9921${at}`], formatCents(line.chargeCents), formatCents(line.chargeCents - sumOf(line)), '', '1'],
      ['DTM', '472', '20261001'],
      ...(line.adjustments ?? []).map(([group, carc, cents]): SegmentInput => ['CAS', group, carc, formatCents(cents)]),
      ...(line.remarks ?? []).map((code): SegmentInput => ['LQ', 'HE', code]),
    ]),
  ];
}

/** The 837P of a claim that an `anEra` decides. */
export function aClaim(
  number: string,
  chargesCents: readonly number[],
  billingNpi = '1234567893',
  payer = 'NORTHLAKE HMO',
): string {
  return interchange('HC', '005010X222A1', '837', [
    ['BHT', '0019', '00', '0123', '20261102', '1023', 'CH'],
    ['NM1', '41', '2', 'LAKESIDE REGIONAL', '', '', '', '', '46', 'LAKE'],
    ['PER', 'IC', 'BILLING', 'TE', '5555550100'],
    ['NM1', '40', '2', 'CLEARINGHOUSE', '', '', '', '', '46', 'CLEAR'],
    ['HL', '1', '', '20', '1'],
    ['NM1', '85', '2', 'LAKESIDE REGIONAL', '', '', '', '', 'XX', billingNpi],
    ['N3', '1 LAKE STREET'],
    ['N4', 'CHICAGO', 'IL', '60601'],
    ['REF', 'EI', '123456789'],
    ['HL', '2', '1', '22', '0'],
    ['SBR', 'P', '18', '', '', '', '', '', '', 'CI'],
    ['NM1', 'IL', '1', 'TESTER', 'WANDA', '', '', '', 'MI', `M${number}0936`],
    ['DMG', 'D8', '19700102', 'F'],
    ['NM1', 'PR', '2', payer, '', '', '', '', 'PI', payer.slice(0, 5)],
    [
      'CLM',
      number,
      formatCents(chargesCents.reduce((sum, cents) => sum + cents, 0)),
      '',
      '',
      ['11', 'B', '1'],
      'Y',
      'A',
      'Y',
      'Y',
    ],
    ['HI', ['ABK', 'M545']],
    ...chargesCents.flatMap((cents, at): SegmentInput[] => [
      ['LX', `${at + 1}`],
      ['SV1', ['HC', `9921${at}`], formatCents(cents), 'UN', '1', '', '', '1'],
      ['DTP', '472', 'D8', '20261001'],
    ]),
  ]);
}

function interchange(functionalId: string, version: string, id: '835' | '837', segments: SegmentInput[]): string {
  const transactions = [{ id, implementation: id === '837' ? version : null, segments }];
  const groups = [{ functionalId, version, senderCode: 'PAYER', receiverCode: 'HOSPITAL', transactions }];
  return writeInterchange({ ...PARTIES, senderId: 'PAYER', receiverId: 'HOSPITAL', groups });
}
