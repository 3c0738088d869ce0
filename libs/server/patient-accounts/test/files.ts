/** Elements of a segment; a list is a composite. */
type Segment = readonly (string | readonly string[])[];
type Cas = readonly [group: string, carc: string, cents: number];

/** A claim in a remittance: what was charged and what was not paid of it, and why. */
export interface Decided {
  number: string;
  /** CLP02, `1` unless given; `22` takes an earlier decision back. */
  status?: string;
  /** CLP07, so that a reversal names exactly one decision. */
  payerNumber?: string;
  chargeCents: number;
  adjustments?: readonly Cas[];
}

const formatCents = (cents: number) => (cents / 100).toFixed(2);
const sumOf = (adjustments: readonly Cas[] = []) => adjustments.reduce((sum, [, , cents]) => sum + cents, 0);
const paidOf = (claim: Decided) => claim.chargeCents - sumOf(claim.adjustments);
const shareOf = ({ adjustments = [] }: Decided) => sumOf(adjustments.filter(([group]) => group === 'PR'));

/** A balanced 835 of one payment on 20 November 2026. */
export function anEra(trace: string, claims: readonly Decided[]): string {
  const paid = claims.reduce((sum, claim) => sum + paidOf(claim), 0);
  return interchange('HP', '005010X221A1', '835', [
    ['BPR', 'I', formatCents(paid), 'C', 'ACH', 'CCP', ...Array<string>(10).fill(''), '20261120'],
    ['TRN', '1', trace, '1512345678'],
    ['N1', 'PR', 'NORTHLAKE HMO', 'XV', '12345'],
    ['N1', 'PE', 'LAKESIDE REGIONAL', 'XX', '1234567893'],
    ['LX', '1'],
    ...claims.flatMap((claim): Segment[] => [
      [
        'CLP',
        claim.number,
        claim.status ?? '1',
        formatCents(claim.chargeCents),
        formatCents(paidOf(claim)),
        formatCents(shareOf(claim)),
        '12',
        claim.payerNumber ?? `ICN${claim.number}`,
        '11',
        '1',
      ],
      ...(claim.adjustments ?? []).map(([group, carc, cents]): Segment => ['CAS', group, carc, formatCents(cents)]),
      ['NM1', 'QC', '1', 'TESTER', 'WANDA', '', '', '', 'MI', 'M0936'],
      ['DTM', '232', '20261001'],
    ]),
  ]);
}

/** A decision taken back: the same with opposite signs. */
export const takenBack = (claim: Decided): Decided => ({
  ...claim,
  status: '22',
  chargeCents: -claim.chargeCents,
  adjustments: (claim.adjustments ?? []).map(([group, carc, cents]) => [group, carc, -cents] as const),
});

/** A claim to send. */
export interface Sent {
  number: string;
  chargeCents: number;
  /** `YYYYMMDD`. */
  servedOn?: string;
  /** First name; the same one is the same patient. */
  firstName?: string;
  billingNpi?: string;
  /** SBR01: `P` unless given. */
  sequence?: string;
}

/** The 837P of claims, all of Wanda Tester unless told. */
export function claimFile(...claims: readonly Sent[]): string {
  return interchange(
    'HC',
    '005010X222A1',
    '837',
    claims.flatMap((claim, at): Segment[] => claimSegments(claim, at)),
  );
}

function claimSegments(claim: Sent, at: number): Segment[] {
  const { number, chargeCents, servedOn = '20261001', firstName = 'WANDA', billingNpi = '1234567893' } = claim;
  const head: Segment[] = [
    ['BHT', '0019', '00', '0123', '20261102', '1023', 'CH'],
    ['NM1', '41', '2', 'LAKESIDE REGIONAL', '', '', '', '', '46', 'LAKE'],
    ['PER', 'IC', 'BILLING', 'TE', '5555550100'],
    ['NM1', '40', '2', 'CLEARINGHOUSE', '', '', '', '', '46', 'CLEAR'],
  ];
  const provider = String(at * 2 + 1);
  return [
    ...(at === 0 ? head : []),
    ['HL', provider, '', '20', '1'],
    ['NM1', '85', '2', 'LAKESIDE REGIONAL', '', '', '', '', 'XX', billingNpi],
    ['N3', '1 LAKE STREET'],
    ['N4', 'CHICAGO', 'IL', '60601'],
    ['REF', 'EI', '123456789'],
    ['HL', String(at * 2 + 2), provider, '22', '0'],
    ['SBR', claim.sequence ?? 'P', '18', '', '', '', '', '', '', 'CI'],
    ['NM1', 'IL', '1', 'TESTER', firstName, '', '', '', 'MI', firstName === 'WANDA' ? 'M0936' : `M${firstName}`],
    ['DMG', 'D8', '19700102', 'F'],
    ['NM1', 'PR', '2', 'NORTHLAKE HMO', '', '', '', '', 'PI', '12345'],
    ['CLM', number, formatCents(chargeCents), '', '', ['11', 'B', '1'], 'Y', 'A', 'Y', 'Y'],
    ['HI', ['ABK', 'M545']],
    ['LX', '1'],
    ['SV1', ['HC', '99213'], formatCents(chargeCents), 'UN', '1', '', '', '1'],
    ['DTP', '472', 'D8', servedOn],
  ];
}

/** One interchange with one group and one transaction set (X12 005010). */
function interchange(functionalId: string, version: string, id: '835' | '837', segments: Segment[]): string {
  const party = (name: string) => name.padEnd(15);
  const set: Segment[] = [
    ['ST', id, '0001', ...(id === '837' ? [version] : [])],
    ...segments,
    ['SE', String(segments.length + 2), '0001'],
  ];
  const isa = ['ISA', '00', ' '.repeat(10), '00', ' '.repeat(10), 'ZZ', party('PAYER'), 'ZZ', party('HOSPITAL')];
  const all: Segment[] = [
    [...isa, '261120', '1200', '^', '00501', '000000001', '0', 'T', ':'],
    ['GS', functionalId, 'PAYER', 'HOSPITAL', '20261120', '1200', '1', 'X', version],
    ...set,
    ['GE', '1', '1'],
    ['IEA', '1', '000000001'],
  ];
  return all.map((elements) => `${elements.map(elementOf).join('*').replace(/\*+$/, '')}~\n`).join('');
}

const elementOf = (element: string | readonly string[]) => (typeof element === 'string' ? element : element.join(':'));
