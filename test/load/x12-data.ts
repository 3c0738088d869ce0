import { formatCents, writeInterchangeParts, type SegmentInput } from '../../libs/x12/src/index.ts';

/** The segments of a balanced 835 set with so many claims of three lines each; deterministic. */
export function* remittanceSegments(claims: number): Generator<SegmentInput> {
  let paid = 0;
  for (let claim = 1; claim <= claims; claim += 1) paid += linesOf(claim).reduce((sum, line) => sum + line.paid, 0);
  yield ['BPR', 'I', formatCents(paid), 'C', 'ACH', 'CCP', '', '', '', '', '', '', '', '', '', '', '20261102'];
  yield ['TRN', '1', 'TRACE1', '1999999999'];
  yield ['DTM', '405', '20261102'];
  yield ['N1', 'PR', 'LAKE HEALTH', 'XV', '12345'];
  yield ['N3', '100 SHORE ROAD'];
  yield ['N4', 'ERIE', 'PA', '16501'];
  yield ['N1', 'PE', 'LAKESIDE HOSPITAL', 'XX', '1234567893'];
  yield ['LX', '1'];
  for (let claim = 1; claim <= claims; claim += 1) yield* remittanceClaim(claim);
}

/** The segments of an 837P set with so many claims of three lines each. */
export function* claimSegments(claims: number): Generator<SegmentInput> {
  yield ['BHT', '0019', '00', 'BATCH1', '20261102', '1023', 'CH'];
  yield ['NM1', '41', '2', 'LAKESIDE BILLING', '', '', '', '', '46', 'L1'];
  yield ['NM1', '40', '2', 'CLEARING HOUSE', '', '', '', '', '46', 'C1'];
  yield ['HL', '1', '', '20', '1'];
  yield ['NM1', '85', '2', 'LAKESIDE', '', '', '', '', 'XX', '1234567893'];
  yield ['REF', 'EI', '123456789'];
  for (let claim = 1; claim <= claims; claim += 1) yield* submittedClaim(claim);
}

/** One interchange around one set, in pieces of about 64 KB. */
export function* fileChunks(id: '835' | '837', segments: Iterable<SegmentInput>): Generator<Buffer> {
  const guides = { '835': ['HP', '005010X221A1'], '837': ['HC', '005010X222A1'] } as const;
  const [functionalId, version] = guides[id];
  const transactions = [{ id, implementation: id === '835' ? null : version, segments }];
  const group = { functionalId, version, senderCode: 'PAYER', receiverCode: 'LAKESIDE', transactions };
  const envelope = {
    senderId: 'PAYER',
    receiverId: 'LAKESIDE',
    controlNumber: 7,
    at: new Date('2026-11-02T10:23:00Z'),
  };
  let held: string[] = [];
  let length = 0;
  for (const part of writeInterchangeParts({ ...envelope, groups: [group], lineEnd: '\n' })) {
    held.push(part);
    length += part.length;
    if (length < 65_536) continue;
    yield Buffer.from(held.join(''));
    [held, length] = [[], 0];
  }
  yield Buffer.from(held.join(''));
}

const linesOf = (claim: number) =>
  [0, 1, 2].map((line) => ({ charge: 10_000 + claim * 7 + line, paid: 6_000 + claim * 3 }));

function* remittanceClaim(claim: number): Generator<SegmentInput> {
  const lines = linesOf(claim);
  const charge = lines.reduce((sum, line) => sum + line.charge, 0);
  const paid = lines.reduce((sum, line) => sum + line.paid, 0);
  yield [
    'CLP',
    `LS${1_000_000 + claim}`,
    '1',
    formatCents(charge),
    formatCents(paid),
    '30',
    '12',
    `ICN${claim}99`,
    '11',
    '1',
  ];
  yield ['NM1', 'QC', '1', `PATIENT${claim % 977}`, 'MARIA', '', '', '', 'MI', `M${100_000 + claim}`];
  yield ['NM1', '82', '1', 'HART', 'EVA', '', '', '', 'XX', '1999999984'];
  yield ['DTM', '232', '20261001'];
  yield ['DTM', '233', '20261001'];
  yield ['DTM', '050', '20261005'];
  for (const [at, { charge: charged, paid: part }] of lines.entries()) {
    yield ['SVC', ['HC', `9921${at + 1}`, '25'], formatCents(charged), formatCents(part), '', '1'];
    yield ['DTM', '472', '20261001'];
    yield ['CAS', 'CO', '45', formatCents(charged - part - 1000)];
    yield ['CAS', 'PR', '2', '10'];
    yield ['REF', '6R', `${claim}-${at + 1}`];
    yield ['AMT', 'B6', formatCents(part + 1000)];
  }
}

function* submittedClaim(claim: number): Generator<SegmentInput> {
  yield ['HL', `${claim + 1}`, '1', '22', '0'];
  yield ['SBR', 'P', '18', `GRP${claim % 90}`, '', '', '', '', '', 'CI'];
  yield ['NM1', 'IL', '1', `PATIENT${claim % 977}`, 'MARIA', '', '', '', 'MI', `M${100_000 + claim}`];
  yield ['N3', '236 SHORE ROAD'];
  yield ['N4', 'ERIE', 'PA', '16501'];
  yield ['DMG', 'D8', '19700101', 'F'];
  yield ['NM1', 'PR', '2', 'LAKE HEALTH', '', '', '', '', 'PI', '12345'];
  yield ['CLM', `LS${1_000_000 + claim}`, '300', '', '', ['11', 'B', '1'], 'Y', 'A', 'Y', 'Y'];
  yield ['HI', ['ABK', 'M5416'], ['ABF', 'I10']];
  yield ['NM1', '82', '1', 'HART', 'EVA', '', '', '', 'XX', '1999999984'];
  for (let line = 1; line <= 3; line += 1) {
    yield ['LX', `${line}`];
    yield ['SV1', ['HC', `9921${line}`, '25'], '100', 'UN', '1', '', '', ['1', '2']];
    yield ['DTP', '472', 'D8', '20261001'];
    yield ['REF', '6R', `${claim}-${line}`];
  }
}
