import type { Chance } from './chance.ts';
import type { ChartFacts, ChartScenario } from './chart-scenario.ts';
import { dayBefore } from './days.ts';
import type { SampleHospital } from './hospital.ts';
import { INPATIENT } from './inpatient-scenarios.ts';
import { OUTPATIENT } from './outpatient-scenarios.ts';
import type { SamplePatient } from './people.ts';

/** One document as it stands in a chart. */
export interface SampleDocument {
  title: string;
  loinc: string;
  as: 'note' | 'report';
  on: string;
  text: string;
}

/** A visit with its chart, nothing coded yet. */
export interface SampleChart {
  id: string;
  patient: SamplePatient;
  clinician: SampleHospital['clinicians'][number];
  facility: SampleHospital['facilities'][number];
  scenario: ChartScenario;
  startedOn: string;
  /** Undefined while the patient is in the house. */
  endedOn: string | undefined;
  documents: SampleDocument[];
}

const SCENARIOS = [...INPATIENT, ...OUTPATIENT];

/**
 * A chart of this week. One in twelve stays still has its patient in the house, and now and then a discharge summary
 * is not written yet: both are not ready to code.
 */
export function aChart(
  chance: Chance,
  hospital: SampleHospital,
  patients: readonly SamplePatient[],
  { id, asOf }: { id: string; asOf: string },
): SampleChart {
  const scenario = chance.weighted(SCENARIOS);
  const fitting = patients.filter((one) => fits(scenario, one, asOf));
  const patient = chance.pick(fitting.length > 0 ? fitting : patients);
  const nights = chance.int(...scenario.nights);
  const lastDay = dayBefore(asOf, chance.int(0, 4));
  const startedOn = dayBefore(lastDay, nights);
  const isInHouse = scenario.class === 'IMP' && chance.is(0.08);
  const facts = factsOf(chance, patient, nights, asOf);
  const dayOf = { first: startedOn, second: nights > 0 ? dayBefore(startedOn, -1) : startedOn, last: lastDay };
  const isUnfinished = isInHouse || (scenario.class === 'IMP' && chance.is(0.07));
  return {
    id,
    patient,
    clinician: chance.is(0.35) ? first(hospital.clinicians) : chance.pick(hospital.clinicians),
    facility: scenario.words.includes('endoscopy') ? last(hospital.facilities) : first(hospital.facilities),
    scenario,
    startedOn,
    endedOn: isInHouse ? undefined : lastDay,
    documents: scenario.documents
      .filter(({ at }) => !(isUnfinished && at === 'last'))
      .map(({ title, loinc, as, at, text }) => ({ title, loinc, as, on: dayOf[at], text: text(facts) })),
  };
}

const ageOn = (birthDate: string, asOf: string): number =>
  Number(asOf.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (asOf.slice(5) < birthDate.slice(5) ? 1 : 0);

function fits(scenario: ChartScenario, patient: SamplePatient, asOf: string): boolean {
  const age = ageOn(patient.birthDate, asOf);
  return age >= scenario.ages[0] && age <= scenario.ages[1];
}

const factsOf = (chance: Chance, patient: SamplePatient, days: number, asOf: string): ChartFacts => ({
  age: ageOn(patient.birthDate, asOf),
  person: patient.sex === 'F' ? 'woman' : 'man',
  days,
  onset: chance.int(2, 7),
  pulse: chance.int(72, 118),
  pressure: `${chance.int(104, 162)}/${chance.int(62, 94)}`,
  temperature: `${chance.int(978, 1026) / 10}`,
  oxygen: chance.int(90, 98),
  side: chance.is(0.5) ? 'left' : 'right',
  chance,
});

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new RangeError('The hospital has none.');
  return item;
}
const last = <T>(items: readonly T[]): T => items.at(-1) ?? first(items);
