import { read837, write837 } from './index.ts';
import type { ClaimFileInput, ClaimItem, SubmittedClaim, WrittenClaim } from './index.ts';
import { allOf } from './remittance-file.factory.ts';

const aVisit = (facts: Partial<WrittenClaim> = {}): WrittenClaim => ({
  controlNumber: 'CB00000001',
  chargeCents: 21_050,
  frequency: '1',
  facilityType: '11',
  billingProvider: { name: 'Lakeside Clinic', npi: '1234567893' },
  subscriber: { lastName: 'Tester*', firstName: 'Wanda', memberId: 'M100', birthDate: '1961-03-04', sex: 'F' },
  payer: { name: 'Northlake HMO', id: 'NLHMO' },
  filingIndicator: 'CI',
  medicalRecordNumber: 'MRN7',
  diagnoses: [
    { role: 'principal', code: 'E11.9' },
    { role: 'other', code: 'I10' },
  ],
  procedures: [],
  statementFrom: '2026-11-02',
  statementTo: '2026-11-02',
  clinician: { lastName: 'Moss', firstName: 'Ida', npi: '1003000126' },
  lines: [
    {
      procedure: '99213',
      modifiers: ['25'],
      units: 1,
      chargeCents: 12_550,
      serviceFrom: '2026-11-02',
      pointers: [1, 2],
    },
    {
      procedure: '20610',
      modifiers: ['LT', '59'],
      units: 2,
      chargeCents: 8_500,
      serviceFrom: '2026-11-02',
      pointers: [2],
    },
  ],
  ...facts,
});

const aStay = (facts: Partial<WrittenClaim> = {}): WrittenClaim =>
  aVisit({
    controlNumber: 'CB00000002',
    facilityType: '11',
    chargeCents: 600_000,
    diagnoses: [
      { role: 'principal', code: 'J18.9', presentOnAdmission: 'Y' },
      { role: 'admitting', code: 'R50.9' },
      ...Array.from({ length: 13 }, (_, at) => ({ role: 'other' as const, code: `I1${at}`, presentOnAdmission: 'N' })),
    ],
    procedures: [
      { code: '0BJ08ZZ', on: '2026-11-03' },
      { code: '3E0G76Z', on: '2026-11-04' },
    ],
    statementTo: '2026-11-05',
    admissionDate: '2026-11-02',
    admissionType: '1',
    admissionSource: '1',
    patientStatus: '01',
    lines: [
      { modifiers: [], revenueCode: '0120', units: 3, chargeCents: 600_000, serviceFrom: '2026-11-02', pointers: [] },
    ],
    ...facts,
  });

const aFile = (kind: ClaimFileInput['kind'], claims: WrittenClaim[]): ClaimFileInput => ({
  kind,
  senderId: 'LAKESIDE',
  receiverId: 'CLEARINGHOUSE',
  controlNumber: 41,
  at: new Date('2026-11-24T15:04:00Z'),
  submitter: { name: 'Lakeside', contact: 'Billing', email: 'billing@lakeside.test' },
  receiverName: 'Clearinghouse',
  claims,
});

const itemsOf = (text: string): Promise<ClaimItem[]> =>
  allOf(
    read837(
      (async function* () {
        yield Buffer.from(text);
      })(),
    ),
  );
const read = async (text: string): Promise<SubmittedClaim[]> =>
  (await itemsOf(text)).flatMap((item) => (item.type === 'claim' ? [item.claim] : []));
const idsOf = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/[*~]/)[0] ?? '');

describe('writing an 837', () => {
  it('is read back claim for claim without a fault', async () => {
    const text = write837(aFile('professional', [aVisit(), aVisit({ controlNumber: 'CB3' })]));
    const end = (await itemsOf(text)).find((item) => item.type === 'file-end');
    expect(end).toMatchObject({ faults: [], hasEnvelopeErrors: false, counts: { claims: 2, serviceLines: 4 } });
    const [claim, second] = await read(text);
    expect(second?.controlNumber).toBe('CB3');
    expect(claim).toMatchObject({
      kind: '837p',
      controlNumber: 'CB00000001',
      chargeCents: 21_050,
      facilityType: '11',
      facilityQualifier: 'B',
      frequency: '1',
      billingProvider: { lastName: 'Lakeside Clinic', id: '1234567893' },
      subscriber: { responsibility: 'P', relationship: '18', filingIndicator: 'CI', party: { id: 'M100' } },
      patient: { lastName: 'Tester', firstName: 'Wanda', birthDate: '1961-03-04', sex: 'F' },
      payer: { lastName: 'Northlake HMO', id: 'NLHMO' },
      medicalRecordNumber: 'MRN7',
      renderingProvider: { lastName: 'Moss', id: '1003000126' },
      diagnoses: [
        { role: 'principal', code: 'E119', system: 'icd-10' },
        { role: 'other', code: 'I10' },
      ],
    });
    expect(
      claim?.lines.map(({ procedure, units, chargeCents, serviceFrom, diagnosisPointers, controlNumber }) => [
        procedure.code,
        procedure.modifiers,
        units,
        chargeCents,
        serviceFrom,
        diagnosisPointers,
        controlNumber,
      ]),
    ).toEqual([
      ['99213', ['25'], 1, 12_550, '2026-11-02', [1, 2], 'CB00000001-1'],
      ['20610', ['LT', '59'], 2, 8_500, '2026-11-02', [2], 'CB00000001-2'],
    ]);
  });

  it('keeps the stay, POA and procedures of an institutional claim, twelve codes to an HI', async () => {
    const [claim] = await read(write837(aFile('institutional', [aStay()])));
    expect(claim).toMatchObject({
      kind: '837i',
      facilityQualifier: 'A',
      statementFrom: '2026-11-02',
      statementTo: '2026-11-05',
      admissionDate: '2026-11-02',
      admissionType: '1',
      patientStatus: '01',
      attendingProvider: { id: '1003000126' },
      lines: [{ revenueCode: '0120', units: 3, chargeCents: 600_000, unitMeasure: 'DA' }],
    });
    expect(claim?.diagnoses.map(({ role }) => role).slice(0, 3)).toEqual(['principal', 'admitting', 'other']);
    expect(claim?.diagnoses).toHaveLength(15);
    expect(claim?.diagnoses[0]).toMatchObject({ code: 'J189', presentOnAdmission: 'Y' });
    expect(claim?.codes.map(({ qualifier, code, from }) => [qualifier, code, from])).toEqual([
      ['BBR', '0BJ08ZZ', '2026-11-03'],
      ['BBQ', '3E0G76Z', '2026-11-04'],
    ]);
  });

  it('follows the order of the guides', () => {
    expect(idsOf(write837(aFile('professional', [aVisit()]))).join(' ')).toBe(
      'ISA GS ST BHT NM1 PER NM1 HL NM1 HL SBR NM1 DMG NM1 CLM REF HI NM1 LX SV1 DTP REF LX SV1 DTP REF SE GE IEA',
    );
    expect(idsOf(write837(aFile('institutional', [aStay()]))).join(' ')).toBe(
      'ISA GS ST BHT NM1 PER NM1 HL NM1 HL SBR NM1 DMG NM1 CLM DTP DTP CL1 REF HI HI HI HI HI HI NM1 LX SV2 DTP REF SE GE IEA',
    );
  });

  it('puts each billing provider on a level of its own', async () => {
    const other = { name: 'Harbor Clinic', npi: '1992700005' };
    const text = write837(aFile('professional', [aVisit(), aVisit({ controlNumber: 'B', billingProvider: other })]));
    expect(
      (await read(text)).map(({ controlNumber, billingProvider }) => [controlNumber, billingProvider?.id]),
    ).toEqual([
      ['CB00000001', '1234567893'],
      ['B', '1992700005'],
    ]);
    expect(text.match(/HL\*\d+\*\d*\*\d+\*\d/g)).toEqual(['HL*1**20*1', 'HL*2*1*22*0', 'HL*3**20*1', 'HL*4*3*22*0']);
  });

  it('says of a replacement and a void what they are about', async () => {
    const following = { originalReference: 'ICN77' };
    const [visit] = await read(write837(aFile('professional', [aVisit({ frequency: '7', ...following })])));
    expect(visit).toMatchObject({ frequency: '7', originalReference: 'ICN77', medicalRecordNumber: 'MRN7' });
    expect(visit?.lines).toHaveLength(2);
    const text = write837(aFile('institutional', [aStay({ frequency: '8', ...following, conditionCodes: ['D6'] })]));
    expect(idsOf(text).join(' ')).toContain('CLM DTP DTP CL1 REF REF HI HI HI HI HI HI HI NM1');
    const [stay] = await read(text);
    expect(stay).toMatchObject({ frequency: '8', originalReference: 'ICN77', facilityType: '11' });
    expect(stay?.codes.map(({ qualifier, code }) => [qualifier, code]).at(-1)).toEqual(['BG', 'D6']);
    expect(text).toContain('CLM*CB00000002*6000***11:A:8*');
  });

  it('refuses what could not be right', () => {
    const write = (claim: WrittenClaim) => () => write837(aFile('professional', [claim]));
    expect(write(aVisit({ chargeCents: 1 }))).toThrow('not the sum');
    expect(write(aVisit({ frequency: '7' }))).toThrow('REF*F8');
    expect(write(aVisit({ frequency: '8', originalReference: '' }))).toThrow('REF*F8');
    expect(write(aVisit({ controlNumber: 'X'.repeat(21) }))).toThrow('CLM01');
  });
});
