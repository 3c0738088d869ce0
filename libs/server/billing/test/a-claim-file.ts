import { formatCents, writeInterchange } from '@caseboard/x12';
import type { SegmentInput } from '@caseboard/x12';

export interface FiledClaim {
  number: string;
  payer?: { name: string; id: string };
  patient?: readonly [last: string, first: string];
  /** SBR01, `P` unless given. */
  sequence?: string;
  frequency?: string;
  /** REF*F8. */
  originalReference?: string;
  lines: readonly { procedure: string; chargeCents: number }[];
}

/** An 837P with these claims, each under a subscriber of its own; group 1 unless told otherwise, `sentOn` is BHT04. */
export function aClaimFile(
  claims: readonly FiledClaim[],
  billingNpi = '1234567893',
  { sender = 'HOSPITAL', group = 1, sentOn = '2026-11-02' } = {},
): string {
  let level = 1;
  const segments: SegmentInput[] = [
    ['BHT', '0019', '00', '0123', sentOn.replaceAll('-', ''), '1023', 'CH'],
    ['NM1', '41', '2', 'LAKESIDE REGIONAL', '', '', '', '', '46', 'LAKE'],
    ['PER', 'IC', 'BILLING', 'TE', '5555550100'],
    ['NM1', '40', '2', 'CLEARINGHOUSE', '', '', '', '', '46', 'CLEAR'],
    ['HL', '1', '', '20', '1'],
    ['NM1', '85', '2', 'LAKESIDE REGIONAL', '', '', '', '', 'XX', billingNpi],
    ['N3', '1 LAKE STREET'],
    ['N4', 'CHICAGO', 'IL', '60601'],
    ['REF', 'EI', '123456789'],
    ...claims.flatMap((claim) => {
      level += 1;
      return claimSegments(claim, level);
    }),
  ];
  const text = writeInterchange({
    senderId: sender,
    receiverId: 'CLEAR',
    controlNumber: 1,
    at: new Date('2026-11-02T12:00:00Z'),
    groups: [
      {
        functionalId: 'HC',
        version: '005010X222A1',
        senderCode: sender,
        receiverCode: 'CLEAR',
        transactions: [{ id: '837', implementation: '005010X222A1', segments }],
      },
    ],
  });
  return text.replace(/(GS(?:.\w*){5}.)1(.X)/, `$1${group}$2`).replace(/(GE.\d+.)1/, `$1${group}`);
}

function claimSegments(claim: FiledClaim, level: number): SegmentInput[] {
  const { payer = { name: 'NORTHLAKE HMO', id: '12345' }, patient: [last, first] = ['TESTER', 'WANDA'] } = claim;
  const charge = claim.lines.reduce((sum, line) => sum + line.chargeCents, 0);
  return [
    ['HL', `${level}`, '1', '22', '0'],
    ['SBR', claim.sequence ?? 'P', '18', '', '', '', '', '', '', 'CI'],
    ['NM1', 'IL', '1', last, first, '', '', '', 'MI', `M${claim.number}`],
    ['DMG', 'D8', '19700102', 'F'],
    ['NM1', 'PR', '2', payer.name, '', '', '', '', 'PI', payer.id],
    ['CLM', claim.number, formatCents(charge), '', '', ['11', 'B', claim.frequency ?? '1'], 'Y', 'A', 'Y', 'Y'],
    ...(claim.originalReference ? [['REF', 'F8', claim.originalReference] as SegmentInput] : []),
    ['HI', ['ABK', 'M545']],
    ...claim.lines.flatMap((line, at): SegmentInput[] => [
      ['LX', `${at + 1}`],
      ['SV1', ['HC', line.procedure], formatCents(line.chargeCents), 'UN', '1', '', '', '1'],
      ['DTP', '472', 'D8', '20261001'],
    ]),
  ];
}
