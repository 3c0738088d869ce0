import { formatCents, writeInterchange } from '@caseboard/x12';
import type { SegmentInput } from '@caseboard/x12';

/** What is said of one claim: `A3:21:40` is category, status and entity. */
export interface SaidOfClaim {
  number: string;
  codes: readonly string[];
  cents?: number;
  payerNumber?: string;
}

const file = (
  functionalId: string,
  version: string,
  set: { id: string; segments: SegmentInput[] },
  { number, receiver = 'HOSPITAL' }: { number: number; receiver?: string },
) =>
  writeInterchange({
    senderId: 'CLEAR',
    receiverId: receiver,
    controlNumber: number,
    at: new Date('2026-11-03T12:00:00Z'),
    groups: [{ functionalId, version, senderCode: 'CLEAR', receiverCode: receiver, transactions: [set] }],
  });

/** A 277CA, or a 277 with `is277`, about claims; `number` makes it another file. */
export function aClaimAnswer(
  claims: readonly SaidOfClaim[],
  { number = 1, is277 = false, sender = 'CLEARINGHOUSE' } = {},
): string {
  const head: SegmentInput[] = [
    is277
      ? ['BHT', '0010', '08', 'B1', '20261103', '0810', 'DG']
      : ['BHT', '0085', '08', 'B1', '20261103', '0810', 'TH'],
    ['HL', '1', '', '20', '1'],
    ['NM1', 'PR', '2', sender, '', '', '', '', 'PI', '12345'],
    ['HL', '2', '1', '21', '1'],
    ['NM1', '41', '2', 'LAKESIDE REGIONAL', '', '', '', '', '46', 'LAKE'],
    ['HL', '3', '2', '19', '1'],
    ['NM1', '85', '2', 'LAKESIDE REGIONAL', '', '', '', '', 'XX', '1234567893'],
  ];
  const body = claims.flatMap((claim, at): SegmentInput[] => {
    const [first = '', ...more] = claim.codes;
    const composites = more.map((code) => code.split(':'));
    const amount = claim.cents === undefined ? '' : formatCents(claim.cents);
    return [
      ['HL', `${at + 4}`, '3', is277 ? '22' : 'PT'],
      ['NM1', is277 ? 'IL' : 'QC', '1', 'TESTER', 'WANDA', '', '', '', 'MI', 'M1'],
      ['TRN', '2', is277 ? `ASK-${at}` : claim.number],
      ['STC', first.split(':'), '20261103', '', amount, '', '', '', '', '', ...composites],
      ...(claim.payerNumber === undefined ? [] : [['REF', '1K', claim.payerNumber] as SegmentInput]),
      ...(is277 ? [['REF', 'EJ', claim.number] as SegmentInput] : []),
    ];
  });
  const version = is277 ? '005010X212' : '005010X214';
  return file('HN', version, { id: '277', segments: [...head, ...body] }, { number });
}

/** A 999 about the first set of group 1 unless told otherwise, to whom its file came from: its code and error codes. */
export function aSetAnswer(
  code: string,
  { errors = [] as readonly string[], group = '1', set = '0001', number = 1, receiver = 'HOSPITAL' } = {},
): string {
  const accepted = ['A', 'E'].includes(code) ? '1' : '0';
  const segments: SegmentInput[] = [
    ['AK1', 'HC', group, '005010X222A1'],
    ['AK2', '837', set, '005010X222A1'],
    ['IK5', code, ...errors],
    ['AK9', code, '1', '1', accepted],
  ];
  return file('FA', '005010X231A1', { id: '999', segments }, { number, receiver });
}
