import type { Chance } from './chance.ts';
import { dayBefore } from './days.ts';
import type { SampleHospital } from './hospital.ts';
import type { SamplePatient } from './people.ts';
import { INSTITUTIONAL, PROFESSIONAL } from './services.ts';
import type { SampleService } from './services.ts';

export interface SampleLine {
  service: SampleService;
  units: number;
  chargeCents: number;
}

/** A claim the hospital sent. */
export interface SampleClaim {
  controlNumber: string;
  kind: 'professional' | 'institutional';
  patient: SamplePatient;
  payerIndex: number;
  facility: { name: string; npi: string };
  clinician: { last: string; first: string; npi: string };
  servedOn: string;
  diagnoses: string[];
  lines: SampleLine[];
  chargeCents: number;
}

/** What sets one claim of a series apart: its place in it, and the last day of the week it belongs to. */
export interface ClaimPlace {
  /** The hospital's and the week's own letters and digits, so that two weeks share no claim control number. */
  series: string;
  number: number;
  asOf: string;
}

/** Makes one claim for a patient, served two to three months before `asOf`. */
export function aClaim(
  chance: Chance,
  hospital: SampleHospital,
  patient: SamplePatient,
  { series, number, asOf }: ClaimPlace,
): SampleClaim {
  const kind = chance.is(0.55) ? 'professional' : 'institutional';
  const services = kind === 'professional' ? PROFESSIONAL : INSTITUTIONAL;
  const lines = Array.from(
    {
      length: chance.weighted([
        { n: 1, weight: 5 },
        { n: 2, weight: 4 },
        { n: 3, weight: 2 },
      ]).n,
    },
    () => aLine(chance, services),
  );
  const distinct = lines.filter(
    (line, index) => lines.findIndex((other) => other.service.code === line.service.code) === index,
  );
  return {
    controlNumber: `${series}${String(number).padStart(5, '0')}`,
    kind,
    patient,
    payerIndex: patient.payerIndex,
    facility: chance.weighted(hospital.facilities.map((facility, index) => ({ facility, weight: index === 0 ? 4 : 1 })))
      .facility,
    clinician: chance.pick(hospital.clinicians),
    servedOn: dayBefore(asOf, chance.int(56, 100)),
    diagnoses: [...new Set(distinct.map((line) => chance.pick(line.service.diagnoses)))],
    lines: distinct,
    chargeCents: distinct.reduce((sum, line) => sum + line.chargeCents, 0),
  };
}

function aLine(chance: Chance, services: readonly SampleService[]): SampleLine {
  const service = chance.weighted(services);
  const units = service.code === '97110' ? chance.int(1, 4) : 1;
  return { service, units, chargeCents: units * chance.int(service.low * 100, service.high * 100) };
}
