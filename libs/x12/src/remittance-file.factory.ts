import { writeInterchange, type InterchangeInput } from './interchange-writer.ts';
import type { SegmentInput } from './segment-writer.ts';

/** Head of an 835 for tests: BPR, trace, payer and payee. */
export const aHeader = (paid: string): SegmentInput[] => [
  ['BPR', 'I', paid, 'C', 'ACH', 'CCP', '', '', '', '', '', '', '', '', '', '', '20261102'],
  ['TRN', '1', 'TRACE1', '1999999999'],
  ['N1', 'PR', 'LAKE HEALTH', 'XV', '12345'],
  ['N1', 'PE', 'LAKESIDE', 'XX', '1234567893'],
  ['LX', '1'],
];

/** A claim for tests, charged 100.00: paid 80.00, 15.00 contractual, 5.00 to the patient, on one line. */
export const aClaim = (controlNumber: string): SegmentInput[] => [
  ['CLP', controlNumber, '1', '100', '80', '5', '12', `ICN${controlNumber}`],
  ['NM1', 'QC', '1', 'MUSTER', 'MARIA', '', '', '', 'MI', 'M100'],
  ['DTM', '232', '20261001'],
  ['SVC', ['HC', '99213', '25'], '100', '80', '', '1'],
  ['DTM', '472', '20261001'],
  ['CAS', 'CO', '45', '15'],
  ['CAS', 'PR', '3', '5'],
  ['LQ', 'HE', 'N130'],
];

/** An 835 file for tests, one set for each list of segments. */
export function aRemittanceFile(sets: SegmentInput[][], rest: Partial<InterchangeInput> = {}): string {
  return writeInterchange({
    senderId: 'PAYER',
    receiverId: 'LAKESIDE',
    controlNumber: 7,
    at: new Date('2026-11-24T15:04:00Z'),
    groups: [
      {
        functionalId: 'HP',
        version: '005010X221A1',
        senderCode: 'PAYER',
        receiverCode: 'LAKESIDE',
        transactions: sets.map((segments) => ({ id: '835', implementation: null, segments })),
      },
    ],
    ...rest,
  });
}

/** Everything a reader yields. */
export async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
