import { readClaimStatus, statusOutcome, statusWords, writeInterchange, type SegmentInput } from './index.ts';
import { allOf } from './remittance-file.factory.ts';

const aFile = (segments: SegmentInput[], { id = '277', version = '005010X214' } = {}) =>
  writeInterchange({
    senderId: 'CLEARING',
    receiverId: 'LAKESIDE',
    controlNumber: 7,
    at: new Date('2026-11-24T15:04:00Z'),
    groups: [
      {
        functionalId: 'HN',
        version,
        senderCode: 'CLEARING',
        receiverCode: 'LAKESIDE',
        transactions: [{ id, segments }],
      },
    ],
  });

const HEAD: SegmentInput[] = [
  ['BHT', '0085', '08', 'BATCH-1', '20261124', '0512', 'TH'],
  ['HL', '1', '', '20', '1'],
  ['NM1', 'AY', '2', 'CLEARING', '', '', '', '', '46', 'CLR'],
  ['TRN', '1', 'RECEIPT-1'],
  ['DTP', '050', 'D8', '20261123'],
  ['HL', '2', '1', '21', '1'],
  ['NM1', '41', '2', 'LAKESIDE', '', '', '', '', '46', 'LKS'],
  ['TRN', '2', 'BATCH-1'],
  ['STC', ['A1', '19', 'PR'], '20261124', 'WQ', '600'],
  ['QTY', '90', '1'],
  ['QTY', 'AA', '1'],
  ['AMT', 'YU', '400'],
  ['AMT', 'YY', '200'],
  ['HL', '3', '2', '19', '1'],
  ['NM1', '85', '2', 'LAKESIDE', '', '', '', '', 'XX', '1234567893'],
];
const aPatient = (level: number, controlNumber: string, rest: SegmentInput[]): SegmentInput[] => [
  ['HL', String(level), '3', 'PT'],
  ['NM1', 'QC', '1', 'MUSTER', 'MARIA', '', '', '', 'MI', 'M100'],
  ['TRN', '2', controlNumber],
  ...rest,
];
const BOTH: SegmentInput[] = [
  ...HEAD,
  ...aPatient(4, 'PAT-1', [
    ['STC', ['A2', '20', 'PR'], '20261124', 'WQ', '400'],
    ['REF', '1K', 'ICN1'],
    ['DTP', '472', 'RD8', '20261101-20261103'],
  ]),
  ...aPatient(5, 'PAT-2', [
    ['STC', ['A3', '21'], '20261124', 'U', '200', '', '', '', '', '', ['A7', '562', '85'], ['A8', '400']],
    ['SVC', ['HC', '99213'], '200', '', '', '', '', '1'],
    ['STC', ['A7', '454'], '20261124', 'U'],
    ['REF', 'FJ', 'LINE-1'],
    ['DTP', '472', 'D8', '20261101'],
  ]),
];

const itemsOf = (text: string) => allOf(readClaimStatus([text]));
const claimsIn = async (text: string) =>
  (await itemsOf(text)).flatMap((item) => (item.type === 'claim' ? [item.claim] : []));

describe('a 277CA', () => {
  it('answers for each claim, with the parties above it', async () => {
    const [first] = await claimsIn(aFile(BOTH));
    expect(first).toMatchObject({
      ordinal: 1,
      controlNumber: 'PAT-1',
      source: { lastName: 'CLEARING' },
      receiver: { id: 'LKS' },
      provider: { id: '1234567893' },
      patient: { lastName: 'MUSTER', id: 'M100' },
      payerClaimNumber: 'ICN1',
      serviceFrom: '2026-11-01',
      serviceTo: '2026-11-03',
      statuses: [{ codes: [{ category: 'A2', status: '20', entity: 'PR' }], action: 'WQ', chargeCents: 40_000 }],
    });
  });

  it('gives up to three reasons in one status, and those of lines by line', async () => {
    const [, second] = await claimsIn(aFile(BOTH));
    expect(second?.statuses).toHaveLength(1);
    expect(second?.statuses[0]?.codes.map(({ category }) => category)).toEqual(['A3', 'A7', 'A8']);
    expect(second?.lines).toMatchObject([
      { procedure: { code: '99213' }, controlNumber: 'LINE-1', serviceFrom: '2026-11-01', statuses: [{ action: 'U' }] },
    ]);
    expect(second?.serviceFrom).toBeUndefined();
  });

  it('adds up what was taken and returned for the receiver', async () => {
    const levels = (await itemsOf(aFile(BOTH))).flatMap((item) => (item.type === 'level' ? [item.level] : []));
    expect(levels).toMatchObject([
      { level: 'source', trace: 'RECEIPT-1', receivedOn: '2026-11-23' },
      {
        level: 'receiver',
        trace: 'BATCH-1',
        acceptedCount: 1,
        rejectedCount: 1,
        acceptedCents: 40_000,
        rejectedCents: 20_000,
      },
      { level: 'provider', statuses: [] },
    ]);
  });

  it('is told from a 277, whose claims name subscriber and dependent', async () => {
    const segments: SegmentInput[] = [
      ...HEAD,
      ['HL', '4', '3', '22', '1'],
      ['NM1', 'IL', '1', 'MANN', 'JOHN', '', '', '', 'MI', 'M1'],
      ['HL', '5', '4', '23'],
      ['NM1', 'QC', '1', 'MANN', 'JO'],
      ['TRN', '2', 'ASK-1'],
      ['STC', ['P3', '317'], '20261124', '', '150'],
      ['REF', 'EJ', 'PAT-1'],
    ];
    const items = await itemsOf(aFile(segments, { version: '005010X212' }));
    expect(items).toContainEqual(
      expect.objectContaining({
        type: 'claim',
        claim: expect.objectContaining({
          controlNumber: 'ASK-1',
          accountNumber: 'PAT-1',
          patient: expect.objectContaining({ firstName: 'JO' }),
          subscriber: expect.objectContaining({ firstName: 'JOHN' }),
        }) as unknown,
      }),
    );
    const start = items.find((item) => item.type === 'transaction-start');
    expect(start).toMatchObject({
      header: { transaction: { kind: '277' }, reference: 'BATCH-1', createdDate: '2026-11-24' },
    });
  });

  it('does not carry a provider over to the next receiver', async () => {
    const next: SegmentInput[] = [
      ['HL', '6', '1', '21', '1'],
      ['NM1', '41', '2', 'HARBOR', '', '', '', '', '46', 'HRB'],
      ['HL', '7', '6', 'PT'],
      ['TRN', '2', 'PAT-3'],
      ['STC', ['A1', '19']],
    ];
    const last = (await claimsIn(aFile([...BOTH, ...next]))).at(-1);
    expect(last).toMatchObject({
      controlNumber: 'PAT-3',
      receiver: { lastName: 'HARBOR' },
      provider: undefined,
      patient: undefined,
    });
  });

  it('counts its claims, and gives the same however it is cut into chunks', async () => {
    const text = aFile(BOTH);
    const whole = await itemsOf(text);
    expect(whole.at(-1)).toMatchObject({ type: 'file-end', counts: { claims: 2, serviceLines: 1 }, hasErrors: false });
    const pieces = Array.from({ length: Math.ceil(text.length / 7) }, (_, at) => text.slice(at * 7, at * 7 + 7));
    expect(JSON.stringify(await allOf(readClaimStatus(pieces)))).toBe(JSON.stringify(whole));
  });
});

describe('a claim status', () => {
  it.each([
    ['A0', 'forwarded'],
    ['A1', 'accepted'],
    ['A2', 'payer-accepted'],
    ['A3', 'rejected'],
    ['A4', 'not-found'],
    ['A6', 'rejected'],
    ['A7', 'rejected'],
    ['A8', 'rejected'],
    ['P1', 'pending'],
    ['P3', 'info-requested'],
    ['F2', 'finalized'],
    ['F9', 'finalized'],
    ['E0', 'unreadable'],
    ['', 'unreadable'],
  ])('of category %s means %s', (category, outcome) => {
    expect(statusOutcome(category)).toBe(outcome);
  });

  it('reads as what, why and whose', () => {
    expect(statusWords({ category: 'A7', status: '562', entity: '85' })).toBe(
      'Something is not valid: NPI of the entity (billing provider)',
    );
    expect(statusWords({ category: 'A3', status: '9999', entity: '' })).toBe('Returned, not processed: status 9999');
  });
});
