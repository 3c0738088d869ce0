import { npi } from './luhn.ts';

/** A payer of the invented market; `denies` is the share of claims with a denial. */
export interface SamplePayer {
  name: string;
  code: string;
  taxId: string;
  share: number;
  denies: number;
  /** What the contract pays of a charge. */
  allows: number;
  /** Days before the last day of the week on which it paid the first half of the claims; the rest it pays in the week. */
  paidDaysAgo: number;
}

export interface SampleHospital {
  key: string;
  name: string;
  taxId: string;
  facilities: { name: string; npi: string }[];
  clinicians: { last: string; first: string; npi: string; service: string }[];
  payers: SamplePayer[];
}

const PAYERS: SamplePayer[] = [
  {
    name: 'PRAIRIE SHIELD PPO',
    code: 'PSH01',
    taxId: '370001001',
    share: 30,
    denies: 0.2,
    allows: 0.62,
    paidDaysAgo: 38,
  },
  { name: 'MEDICARE B', code: 'MEDB5', taxId: '370001002', share: 28, denies: 0.13, allows: 0.41, paidDaysAgo: 41 },
  {
    name: 'SUMMIT ADVANTAGE',
    code: 'SUM22',
    taxId: '370001003',
    share: 18,
    denies: 0.24,
    allows: 0.47,
    paidDaysAgo: 36,
  },
  { name: 'NORTHLAKE HMO', code: 'NLH07', taxId: '370001004', share: 14, denies: 0.22, allows: 0.55, paidDaysAgo: 18 },
  { name: 'STATE MEDICAID', code: 'SMCD1', taxId: '370001005', share: 10, denies: 0.17, allows: 0.33, paidDaysAgo: 24 },
];

const clinician = (last: string, first: string, nine: string, service: string) => ({
  last,
  first,
  npi: npi(nine),
  service,
});

/** Lakeside Regional: a hospital with a surgery center. Every name and number is invented. */
export const LAKESIDE: SampleHospital = {
  key: 'lakeside',
  name: 'LAKESIDE REGIONAL',
  taxId: '361112223',
  facilities: [
    { name: 'LAKESIDE MAIN', npi: npi('123456789') },
    { name: 'LAKESIDE SURGERY CENTER', npi: npi('124531959') },
  ],
  clinicians: [
    clinician('NATARAJAN', 'PRIYA', '150000101', 'Hospital medicine'),
    clinician('HOLM', 'SIGRID', '150000102', 'Cardiology'),
    clinician('ABARA', 'CHIDI', '150000103', 'Orthopedics'),
    clinician('VOSS', 'KLARA', '150000104', 'Emergency medicine'),
    clinician('DELGADO', 'RAFAEL', '150000105', 'Gastroenterology'),
  ],
  payers: PAYERS,
};

/** Harbor Clinic: a small practice and another organisation, so that nothing of one may show in the other. */
export const HARBOR: SampleHospital = {
  key: 'harbor',
  name: 'HARBOR CLINIC',
  taxId: '041112224',
  facilities: [{ name: 'HARBOR CLINIC', npi: npi('167957672') }],
  clinicians: [
    clinician('OYELARAN', 'TUNDE', '150000201', 'Family medicine'),
    clinician('MARCHETTI', 'LUCIA', '150000202', 'Physical therapy'),
  ],
  payers: PAYERS.slice(0, 3),
};
