import { INSTITUTIONAL, PROFESSIONAL } from './services.ts';

/** What the invented hospitals charge for a code. */
export interface SampleFee {
  code: string;
  /** UB-04 revenue code, for claims of the facility. */
  revenueCode: string | null;
  cents: number;
}

const MORE: readonly SampleFee[] = [
  { code: '0120', revenueCode: '0120', cents: 214_000 },
  { code: '99283', revenueCode: '0450', cents: 41_200 },
  { code: '73610', revenueCode: '0320', cents: 23_800 },
  { code: '83036', revenueCode: '0301', cents: 6_400 },
  { code: '45385', revenueCode: '0750', cents: 192_500 },
];

/** Revenue codes of services that clinics bill without one and an emergency department with one. */
const IN_THE_HOUSE: Readonly<Record<string, string>> = { '99284': '0450' };

/**
 * The fee schedule: the middle of what the sample claims charge, and the codes only charts use. The heart tracing
 * (93000) has no revenue code, so that an emergency visit with one stays a draft until somebody gives it one.
 */
export function sampleFees(): SampleFee[] {
  const known = [...PROFESSIONAL, ...INSTITUTIONAL].map(({ code, revenue, low, high }): SampleFee => ({
    code,
    revenueCode: revenue === '' ? (IN_THE_HOUSE[code] ?? null) : revenue,
    cents: Math.round((low + high) / 2) * 100,
  }));
  return [...known, ...MORE];
}
