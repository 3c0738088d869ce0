import { Chance } from './chance.ts';
import { chartFiles, directoryFiles } from './chart-files.ts';
import { dayBefore, weekBefore } from './days.ts';
import { decide, reversalOf, takenBack } from './decision.ts';
import type { Decision } from './decision.ts';
import { DenialMix } from './denial-patterns.ts';
import type { SampleHospital, SamplePayer } from './hospital.ts';
import { aPatient } from './people.ts';
import type { SamplePatient } from './people.ts';
import { remittanceFile } from './remittance-file.ts';
import type { SampleProviderAdjustment, SampleRemittance } from './remittance-file.ts';
import { aClaim } from './sample-claim.ts';
import { fateOf, sentBack, sentClaims } from './sent-claims.ts';
import type { SampleClaim } from './sample-claim.ts';

export const SAMPLE_SIZES = { small: 60, week: 640, large: 20_000 } as const;
export type SampleSize = keyof typeof SAMPLE_SIZES;

/** Visits of the week whose charts nobody has coded. */
const CHARTS: Record<SampleSize, number> = { small: 14, week: 96, large: 2000 };

/** One file of the week, in the order the hospital received it. */
export interface SampleFile {
  name: string;
  kind: 'fhir' | '837p' | '837i' | '999' | '277ca' | '835';
  parts(): Iterable<string>;
}

interface Week {
  hospital: SampleHospital;
  chance: Chance;
  asOf: string;
  days: string[];
  claims: SampleClaim[];
}

const UNBALANCED_CENTS = 2500;
/** Claims of the last days, of which the professional ones come back whole. */
const LATE_CLAIMS = 6;
/**
 * A hospital's week: its directory and patients, claims out with what clearinghouse and payers answer, remittances in
 * and the charts of this week's visits. Partial payments, denials of every category, a reversal with its correction,
 * interest and an overpayment beside the claims, one remittance that does not add up, rejections, claims nobody
 * answers, and a few the hospital never sent. `asOf` is the last day; same arguments, same files.
 */
export function hospitalWeek(
  hospital: SampleHospital,
  options: { seed: number; size: SampleSize; asOf: string },
): SampleFile[] {
  const chance = new Chance(options.seed);
  const series = `${hospital.key.slice(0, 2).toUpperCase()}${String(options.seed % 1000).padStart(3, '0')}`;
  const patients = hospital.payers.flatMap((payer, index) =>
    Array.from({ length: Math.ceil((SAMPLE_SIZES[options.size] * payer.share) / 160) }, (_, place) =>
      aPatient(chance, index, String((options.seed % 90) * 100_000 + 1_000_000 + index * 20_000 + place * 3)),
    ),
  );
  const { asOf } = options;
  const claimOf = (number: number) =>
    aClaim(chance, hospital, pickPatient(chance, hospital, patients), { series, number, asOf });
  const claims = Array.from({ length: SAMPLE_SIZES[options.size] }, (_, index) => claimOf(index + 1));
  const week: Week = { hospital, chance, asOf, days: weekBefore(asOf), claims };
  const remittances = remittanceFiles(week);
  const late = Array.from({ length: LATE_CLAIMS }, (_, index) => claimOf(claims.length + index + 1));
  return [
    ...directoryFiles(hospital, asOf, patients),
    ...sentClaims(hospital, asOf, claims),
    ...remittances,
    ...sentBack(hospital, asOf, late),
    ...chartFiles(chance, hospital, patients, { count: CHARTS[options.size], series, asOf }),
  ];
}

function pickPatient(chance: Chance, hospital: SampleHospital, patients: SamplePatient[]): SamplePatient {
  const payer = chance.weighted(hospital.payers.map((own, index) => ({ index, weight: own.share }))).index;
  return chance.pick(patients.filter((patient) => patient.payerIndex === payer));
}

/** Each payer paid half some weeks ago and the rest this week; one of the late remittances is out of balance. */
function remittanceFiles(week: Week): SampleFile[] {
  const { hospital, chance, days } = week;
  const mix = new DenialMix();
  const decided = week.claims.filter((_, index) => fateOf(index) === 'decided');
  return hospital.payers.flatMap((payer, payerIndex) => {
    const own = decided.filter((claim) => claim.payerIndex === payerIndex);
    const payDays = [dayBefore(week.asOf, payer.paidDaysAgo), days[payerIndex % 2 === 0 ? 4 : 3]];
    const decisions = own.map((claim) => decide(chance, payer, claim, mix));
    const half = Math.ceil(decisions.length / 2);
    const parts = [decisions.slice(0, half), [...decisions.slice(half), ...reversalIn(decisions, half)]];
    return parts.flatMap((part, index): SampleFile[] => {
      const paidOn = payDays[index];
      if (part.length === 0 || paidOn === undefined) return [];
      const isShort = payerIndex === 0 && index === 1 && hospital.payers.length > 3;
      return [remittanceOf(week, payer, payerIndex, index, paidOn, part, isShort)];
    });
  });
}

/** The first fully paid claim of the first half is taken back and denied in the second. */
function reversalIn(decisions: Decision[], half: number): Decision[] {
  const paid = decisions.slice(0, half).find((decision) => decision.status === '1' && decision.paidCents > 0);
  return paid ? [reversalOf(paid), takenBack(paid)] : [];
}

function remittanceOf(
  week: Week,
  payer: SamplePayer,
  payerIndex: number,
  index: number,
  paidOn: string,
  decisions: Decision[],
  isShort: boolean,
): SampleFile {
  const controlNumber = 2000 + payerIndex * 10 + index;
  const trace = `${88 + payerIndex}${week.chance.digits(8)}`;
  const whole: SampleRemittance = { payer, trace, paidOn, decisions, providerAdjustments: besides(week.chance, index) };
  const canBeShort = (decision: Decision) => decision.lines.some((line) => line.paidCents > UNBALANCED_CENTS);
  const split = Math.min(Math.ceil(decisions.length * 0.9), Math.max(0, decisions.findLastIndex(canBeShort)));
  const remittances: SampleRemittance[] = isShort
    ? [
        { ...whole, decisions: decisions.slice(0, split) },
        {
          payer,
          trace: `${trace}9`,
          paidOn,
          decisions: decisions.slice(split),
          providerAdjustments: [],
          shortCents: UNBALANCED_CENTS,
        },
      ]
    : [whole];
  return {
    name: `835_${payer.code}_${paidOn.replaceAll('-', '')}.edi`,
    kind: '835',
    parts: () => remittanceFile(week.hospital, remittances, controlNumber),
  };
}

/** Interest paid (L6, raises the payment) and an overpayment taken (WO, lowers it). */
function besides(chance: Chance, index: number): SampleProviderAdjustment[] {
  const interest = { reason: 'L6', reference: `INT${chance.digits(6)}`, cents: -chance.int(112, 1980) };
  const overpayment = { reason: 'WO', reference: `OVP${chance.digits(6)}`, cents: chance.int(4000, 9500) };
  return index === 0 ? [interest] : [interest, overpayment];
}
