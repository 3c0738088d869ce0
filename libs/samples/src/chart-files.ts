import { aChart } from './chart.ts';
import type { SampleChart } from './chart.ts';
import type { Chance } from './chance.ts';
import { x12Date } from './days.ts';
import { bundle, ndjson } from './fhir-file.ts';
import { chart, directory, person } from './fhir-resources.ts';
import type { SampleHospital } from './hospital.ts';
import type { SampleFile } from './hospital-week.ts';
import type { SamplePatient } from './people.ts';

/** What the EHR sends before anything else: who works where, who the patients are and who covers them. */
export function directoryFiles(
  hospital: SampleHospital,
  asOf: string,
  patients: readonly SamplePatient[],
): SampleFile[] {
  const day = x12Date(asOf);
  const people = () => ndjson(patients.flatMap((patient) => [...person(hospital, patient)]));
  return [
    { name: `EHR_directory_${day}.ndjson`, kind: 'fhir', parts: () => ndjson(directory(hospital)) },
    { name: `EHR_patients_${day}.ndjson`, kind: 'fhir', parts: people },
  ];
}

/** The charts of this week's visits, one Bundle a day of the visit's end; those still in the house in the last. */
export function chartFiles(
  chance: Chance,
  hospital: SampleHospital,
  patients: readonly SamplePatient[],
  { count, series, asOf }: { count: number; series: string; asOf: string },
): SampleFile[] {
  const visits = Array.from({ length: count }, (_, index) =>
    aChart(chance, hospital, patients, { id: `visit-${series}-${String(index + 1).padStart(4, '0')}`, asOf }),
  );
  const byDay = Map.groupBy(visits, ({ endedOn }: SampleChart) => endedOn ?? asOf);
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]): SampleFile => ({
      name: `EHR_charts_${x12Date(day)}.json`,
      kind: 'fhir',
      parts: () =>
        bundle(
          `charts-${series}-${day}`,
          `${day}T23:30:00Z`,
          own.flatMap((visit) => [...chart(visit)]),
        ),
    }));
}
