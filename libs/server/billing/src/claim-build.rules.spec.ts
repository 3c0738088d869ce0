import { cpt, dx } from '../test/a-chart.ts';
import { buildClaim } from './claim-build.rules.ts';
import type { ClaimChart } from './claim-chart.types.ts';
import { feeOn } from './fee.rules.ts';
import type { FeeRow } from './fee.rules.ts';

const aFee = (
  code: string,
  cents: number,
  effectiveFrom = '2026-01-01',
  revenueCode: string | null = null,
): FeeRow => ({
  id: `${code}${effectiveFrom}`,
  code,
  revenueCode,
  cents,
  effectiveFrom,
  version: 1,
});

const aChart = (facts: Partial<ClaimChart> = {}): ClaimChart => ({
  encounterId: 'e1',
  class: 'outpatient',
  startedOn: '2026-02-02',
  endedOn: '2026-02-02',
  facility: { id: 'f1', name: 'Lakeside', npi: '1234567893' },
  clinicians: [{ name: 'Dr. Ida Moss, MD', npi: '1003000126', role: 'attending' }],
  patient: {
    id: 'p1',
    mrn: 'MRN7',
    lastName: 'Tester',
    firstName: 'Wanda',
    middleName: '',
    suffix: '',
    birthDate: '1961-03-04',
    sex: null,
    address: { lines: ['1 Lake Rd'], city: 'Chicago', state: 'IL', postalCode: '60601' },
  },
  payer: { id: 'y1', name: 'Northlake', payerCode: 'NL' },
  memberId: 'M1',
  revision: 1,
  codes: [dx(1, 'E11.9'), cpt(2, '99213')],
  ...facts,
});
const FEES = [aFee('99213', 10_000), aFee('0120', 200_000), aFee('99283', 40_000, '2026-01-01', '0450')];
const build = (facts: Partial<ClaimChart> = {}, fees = FEES) => buildClaim(aChart(facts), fees, 'CB1');

describe('building a claim', () => {
  it('takes the price that began last before the day of service', () => {
    const fees = [aFee('99213', 1, '2025-01-01'), aFee('99213', 2, '2026-02-02'), aFee('99213', 3, '2026-02-03')];
    expect(feeOn(fees, '99213', '2026-02-02')?.cents).toBe(2);
    expect(feeOn(fees, '99213', '2024-12-31')).toBeUndefined();
    const codes = [dx(1, 'E11.9'), cpt(2, '99213', { units: 4, servedOn: '2026-02-03' })];
    expect(build({ codes }, fees).chargeCents).toBe(12);
  });

  it('says on the wire what the chart says, titles left out', () => {
    expect(build().content).toMatchObject({
      facilityType: '22',
      clinician: { lastName: 'Moss', firstName: 'Ida', npi: '1003000126' },
      subscriber: { memberId: 'M1', sex: 'U', address: { city: 'Chicago' } },
      payer: { id: 'NL' },
      lines: [{ procedure: '99213', pointers: [1] }],
      procedures: [],
    });
  });

  it.each([
    ['inpatient', 'institutional'],
    ['emergency', 'institutional'],
    ['outpatient', 'professional'],
    ['other', 'professional'],
  ] as const)('bills an %s visit on the %s form', (visit, kind) => {
    expect(build({ class: visit }).kind).toBe(kind);
  });

  it('charges a stay by its midnights, at least one, and keeps POA to it', () => {
    const codes = [dx(1, 'J18.9', 'Y')];
    const stay = build({ class: 'inpatient', codes, endedOn: '2026-02-05' });
    expect(stay).toMatchObject({ chargeCents: 600_000, barriers: [], diagnoses: [{ presentOnAdmission: 'Y' }] });
    expect(build({ class: 'inpatient', codes }).chargeCents).toBe(200_000);
    expect(build({ codes: [dx(1, 'J18.9', 'Y'), cpt(2, '99213')] }).diagnoses[0]?.presentOnAdmission).toBeNull();
  });

  it('counts pointers by the diagnoses, wherever they stand among the codes', () => {
    const codes = [cpt(1, '99213', { pointers: [7, 4, 9] }), dx(4, 'I10'), dx(7, 'E11.9')];
    expect(build({ codes }).lines[0]?.pointers).toEqual([2, 1]);
  });

  it.each<[string, Partial<ClaimChart>, string]>([
    ['no coverage', { payer: null }, 'No payer: the visit has no coverage'],
    ['no payer id', { payer: { id: 'y', name: 'Northlake', payerCode: null } }, 'Northlake has no payer id'],
    ['no member id', { memberId: null }, 'The coverage has no member id'],
    ['no facility', { facility: null }, 'No facility: nobody to bill for'],
    ['no NPI of the facility', { facility: { id: 'f', name: 'North', npi: null } }, 'North has no NPI'],
    ['no clinician', { clinicians: [] }, 'No rendering clinician with an NPI'],
    ['no diagnosis', { codes: [cpt(2, '99213')] }, 'No diagnosis'],
    ['no service', { codes: [dx(1, 'I10')] }, 'No service to bill'],
    ['no price', { codes: [dx(1, 'I10'), cpt(2, '20610')] }, 'No price for 20610 on 2026-02-02'],
    ['no pointer', { codes: [dx(1, 'I10'), cpt(2, '99213', { pointers: [] })] }, '99213 points to no diagnosis'],
    ['no revenue code', { class: 'emergency' }, 'No revenue code for 99213'],
    ['no discharge', { class: 'inpatient', endedOn: null, codes: [dx(1, 'I10')] }, 'The patient is not discharged'],
  ])('is barred with %s', (_name, facts, barrier) => {
    const built = build(facts);
    expect(built.barriers).toContain(barrier);
    expect(built.content).toBeNull();
  });

  it('names an attending clinician on a hospital claim, never a bystander', () => {
    const clinicians = [{ name: 'Ida Moss', npi: '1003000126', role: 'participant' as const }];
    expect(build({ clinicians }).barriers).toEqual([]);
    expect(build({ clinicians, class: 'inpatient', codes: [dx(1, 'I10')] }).barriers).toEqual([
      'No attending clinician with an NPI',
    ]);
  });

  it('says how many diagnoses the form takes', () => {
    const codes = [...Array.from({ length: 13 }, (_, at) => dx(at + 1, `I${at}`)), cpt(20, '99213')];
    expect(build({ codes }).barriers).toEqual(['13 diagnoses, the form takes 12']);
  });
});
