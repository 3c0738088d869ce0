import { npiOf, priorPaymentCents, read837, taxIdOf, writeInterchange, type SegmentInput } from './index.ts';
import { allOf } from './remittance-file.factory.ts';

const ABOVE: SegmentInput[] = [
  ['BHT', '0019', '00', 'BATCH1', '20261102', '1023', 'CH'],
  ['NM1', '41', '2', 'LAKESIDE BILLING', '', '', '', '', '46', 'L1'],
  ['NM1', '40', '2', 'CLEARING', '', '', '', '', '46', 'C1'],
  ['HL', '1', '', '20', '1'],
  ['PRV', 'BI', 'PXC', '207Q00000X'],
  ['NM1', '85', '2', 'LAKESIDE', '', '', '', '', 'XX', '1234567893'],
  ['N3', '1 SHORE RD'],
  ['N4', 'ERIE', 'PA', '16501'],
  ['REF', 'EI', '123456789'],
  ['HL', '2', '1', '22', '1'],
  ['SBR', 'P', '', 'G77', 'GROUP', '', '', '', '', 'CI'],
  ['NM1', 'IL', '1', 'MUSTER', 'MAX', '', '', '', 'MI', 'M100'],
  ['DMG', 'D8', '19700101', 'M'],
  ['NM1', 'PR', '2', 'LAKE HEALTH', '', '', '', '', 'PI', '12345'],
  ['HL', '3', '2', '23', '0'],
  ['PAT', '19'],
  ['NM1', 'QC', '1', 'MUSTER', 'MARIA'],
  ['DMG', 'D8', '20150203', 'F'],
];

const PROFESSIONAL: SegmentInput[] = [
  ['CLM', 'A1', '150', '', '', ['11', 'B', '7'], 'Y', 'A', 'Y', 'Y'],
  ['DTP', '431', 'D8', '20261001'],
  ['AMT', 'F5', '20'],
  ['REF', 'F8', 'ICN9'],
  ['REF', 'G1', 'AUTH1'],
  ['HI', ['ABK', 'M5416'], ['ABF', 'I10']],
  ['NM1', '82', '1', 'HART', 'EVA', '', '', '', 'XX', '1999999984'],
  ['PRV', 'PE', 'PXC', '208D00000X'],
  ['SBR', 'S', '18', '', '', '', '', '', '', 'MB'],
  ['CAS', 'PR', '1', '30'],
  ['AMT', 'D', '70'],
  ['NM1', 'PR', '2', 'MEDICARE', '', '', '', '', 'PI', 'MCARE'],
  ['LX', '1'],
  ['SV1', ['HC', '72148', '26', 'LT'], '100', 'UN', '1', '', '', ['1', '2']],
  ['DTP', '472', 'RD8', '20261001-20261002'],
  ['REF', '6R', 'L1'],
  ['SVD', 'MCARE', '70', ['HC', '72148'], '', '1'],
  ['CAS', 'PR', '1', '30'],
  ['LX', '2'],
  ['SV1', ['HC', 'J1885'], '50', 'UN', '2.5', '22', '', '1'],
  ['LIN', '', 'N4', '00026063512'],
];

async function claimsOf(segments: SegmentInput[], version = '005010X222A1') {
  const transactions = [{ id: '837', segments }];
  const group = { functionalId: 'HC', version, senderCode: 'L1', receiverCode: 'C1', transactions };
  const at = new Date('2026-11-02T10:23:00Z');
  const file = writeInterchange({ senderId: 'L1', receiverId: 'C1', controlNumber: 1, at, groups: [group] });
  const items = await allOf(read837([file]));
  const claims = items.filter((item) => item.type === 'claim').map(({ claim }) => claim);
  return { items, claims, end: items.find((item) => item.type === 'transaction-end') };
}

describe('reading claims as submitted', () => {
  it('puts each claim under its provider, subscriber, patient and payer', async () => {
    const { claims, items } = await claimsOf([...ABOVE, ...PROFESSIONAL, ['CLM', 'A2', '0', '', '', ['11', 'B', '1']]]);
    expect(items.map(({ type }) => type)).toEqual([
      'interchange',
      'transaction-start',
      'claim',
      'claim',
      'transaction-end',
      'file-end',
    ]);
    const above = {
      billingProvider: { lastName: 'LAKESIDE', taxonomy: '207Q00000X', city: 'ERIE' },
      subscriber: { responsibility: 'P', groupNumber: 'G77', party: { id: 'M100', birthDate: '1970-01-01' } },
      patient: { firstName: 'MARIA', birthDate: '2015-02-03', sex: 'F' },
      patientRelationship: '19',
      payer: { lastName: 'LAKE HEALTH', id: '12345' },
    };
    expect(claims).toMatchObject([
      { ordinal: 1, controlNumber: 'A1', ...above },
      { ordinal: 2, controlNumber: 'A2', ...above },
    ]);
    expect(npiOf(claims[0]?.billingProvider)).toBe('1234567893');
    expect(taxIdOf(claims[0]?.billingProvider)).toBe('123456789');
  });

  it('takes the subscriber as the patient where there is no patient level', async () => {
    const { claims } = await claimsOf([...ABOVE.slice(0, 14), ...PROFESSIONAL]);
    expect(claims[0]).toMatchObject({ patient: { firstName: 'MAX' }, patientRelationship: '' });
  });

  it('does not carry a patient over to the next subscriber', async () => {
    const next: SegmentInput[] = [
      ['HL', '4', '1', '22', '0'],
      ['SBR', 'P', '18'],
      ['NM1', 'IL', '1', 'BEISPIEL', 'BERTA', '', '', '', 'MI', 'M200'],
    ];
    const { claims } = await claimsOf([...ABOVE, ...PROFESSIONAL, ...next, ...PROFESSIONAL]);
    expect(claims[1]).toMatchObject({ patient: { id: 'M200' }, patientRelationship: '18', payer: undefined });
  });

  it('reads a professional claim with its lineage, diagnoses, other payers and lines', async () => {
    const [claim] = (await claimsOf([...ABOVE, ...PROFESSIONAL])).claims;
    expect(claim).toMatchObject({
      kind: '837p',
      chargeCents: 15000,
      facilityType: '11',
      facilityQualifier: 'B',
      frequency: '7',
      originalReference: 'ICN9',
      priorAuthorization: 'AUTH1',
      patientPaidCents: 2000,
      diagnoses: [
        { role: 'principal', system: 'icd-10', code: 'M5416' },
        { role: 'other', system: 'icd-10', code: 'I10' },
      ],
      renderingProvider: { lastName: 'HART', id: '1999999984', taxonomy: '208D00000X' },
      otherPayers: [{ responsibility: 'S', paidCents: 7000, payer: { id: 'MCARE' }, adjustments: [{ cents: 3000 }] }],
      lines: [
        {
          procedure: { code: '72148', modifiers: ['26', 'LT'] },
          chargeCents: 10000,
          units: 1,
          diagnosisPointers: [1, 2],
          serviceFrom: '2026-10-01',
          serviceTo: '2026-10-02',
          controlNumber: 'L1',
          adjudications: [{ payerId: 'MCARE', paidCents: 7000, adjustments: [{ reason: '1' }] }],
        },
        { procedure: { code: 'J1885' }, units: 2.5, placeOfService: '22', drugCode: '00026063512' },
      ],
    });
    expect(claim && priorPaymentCents(claim)).toBe(7000);
  });

  it('reads an institutional claim with bill type, admission, present on admission and revenue codes', async () => {
    const { claims, end } = await claimsOf([
      ...ABOVE,
      ['CLM', 'B1', '900.5', '', '', ['11', 'A', '1']],
      ['DTP', '434', 'RD8', '20261001-20261004'],
      ['DTP', '435', 'DT', '202610010830'],
      ['CL1', '1', '7', '01'],
      ['HI', ['ABK', 'J189', '', '', '', '', '', '', 'Y']],
      ['HI', ['BBR', '0BH17EZ', 'D8', '20261001']],
      ['NM1', '71', '1', 'HART', 'EVA', '', '', '', 'XX', '1999999984'],
      ['LX', '1'],
      ['SV2', '0120', '', '900.5', 'DA', '3'],
    ]);
    expect(claims[0]).toMatchObject({
      kind: '837i',
      statementFrom: '2026-10-01',
      statementTo: '2026-10-04',
      admissionDate: '2026-10-01',
      admissionType: '1',
      admissionSource: '7',
      patientStatus: '01',
      diagnoses: [{ code: 'J189', presentOnAdmission: 'Y' }],
      codes: [{ qualifier: 'BBR', code: '0BH17EZ', from: '2026-10-01' }],
      attendingProvider: { lastName: 'HART' },
      lines: [{ revenueCode: '0120', procedure: { code: '' }, chargeCents: 90050, unitMeasure: 'DA', units: 3 }],
    });
    expect(end).toMatchObject({ totals: { claims: 1, lines: 1, chargeCents: 90050 }, faults: [], hasErrors: false });
  });

  it('warns of a level that stands under no parent, and reads on', async () => {
    const orphan = ABOVE.map((segment) =>
      segment[0] === 'HL' && segment[1] === '3' ? (['HL', '3', '9', '23'] as const) : segment,
    );
    const { claims, end } = await claimsOf([...orphan, ...PROFESSIONAL]);
    expect(claims).toHaveLength(1);
    expect(end?.faults).toMatchObject([{ code: 'x12/bad-hierarchy', severity: 'warning', element: 2 }]);
  });

  it('reads a hundred thousand nested levels without holding them', async () => {
    const deep = Array.from({ length: 100_000 }, (_, at): SegmentInput => ['HL', `${at + 4}`, `${at + 3}`, '23', '1']);
    const { claims } = await claimsOf([...ABOVE, ...deep, ...PROFESSIONAL]);
    expect(claims).toHaveLength(1);
  });
});
