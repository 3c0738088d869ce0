import { randomInt } from 'node:crypto';
import { aChart, aPatient, bundle, Chance, chart, directory, LAKESIDE, ndjson, person } from '@caseboard/samples';
import type { FhirResource, SampleChart, SamplePatient } from '@caseboard/samples';

/** What an EHR sends of one patient no server has seen, with visits that ended long ago: the most pressing of all. */
export interface EhrSending {
  number: number;
  patient: SamplePatient;
  /** As lists show the patient. */
  mark: string;
  visits: SampleChart[];
  resources: FhirResource[];
}

/** A file to drop. */
export interface EhrFile {
  fileName: string;
  text: string;
}

const DAY_MS = 86_400_000;

/** One patient with finished outpatient visits of the sample hospital and everything their charts hold. */
export function freshSending(visitCount: number): EhrSending {
  const number = randomInt(10_000_000, 99_999_999);
  const chance = new Chance(number);
  const patient = aPatient(chance, 0, String(number));
  const asOf = new Date(Date.now() - 120 * DAY_MS).toISOString().slice(0, 10);
  const visits: SampleChart[] = [];
  while (visits.length < visitCount) {
    const visit = aChart(chance, LAKESIDE, [patient], { id: `ehr-${number}-${visits.length + 1}`, asOf });
    if (visit.scenario.class === 'AMB') visits.push(visit);
  }
  return {
    number,
    patient,
    mark: `${patient.first[0]}${patient.last[0]} ••${String(number).slice(-4)}`,
    visits,
    resources: [...directory(LAKESIDE), ...person(LAKESIDE, patient), ...visits.flatMap((visit) => [...chart(visit)])],
  };
}

/** Resources as the Bundle an EHR exports. */
export const bundleFile = (name: string, resources: Iterable<FhirResource>): EhrFile => ({
  fileName: `${name}.json`,
  text: [...bundle(name, new Date().toISOString(), resources)].join(''),
});

/** Resources one a line. */
export const ndjsonFile = (name: string, resources: Iterable<FhirResource>): EhrFile => ({
  fileName: `${name}.ndjson`,
  text: [...ndjson(resources)].join(''),
});

/** The note a clinician adds after the chart was sent. */
export function lateNote({ visits, resources, number }: EhrSending, title: string): FhirResource {
  const visit = resources.find(({ id }) => id === visits[0]?.id);
  if (!visit) throw new RangeError('The sending has no visit.');
  return {
    resourceType: 'DocumentReference',
    id: `ehr-${number}-late`,
    status: 'current',
    type: { text: title },
    subject: visit.subject,
    date: visit.period && (visit.period as { end: string }).end,
    content: [{ attachment: { contentType: 'text/plain', title, data: Buffer.from(LATE).toString('base64') } }],
    context: { encounter: [{ reference: `Encounter/${visit.id}` }] },
  };
}

const LATE = 'Addendum: the patient called back, the cough is gone.';

/** The same person again under another id, as two registration desks write one. */
export const twinOf = ({ resources, number }: EhrSending): FhirResource => {
  const patient = resources.find(({ resourceType }) => resourceType === 'Patient');
  if (!patient) throw new RangeError('The sending has no patient.');
  return { ...patient, id: `ehr-${number}-twin` };
};

/** A visit of somebody who is nowhere. */
export const visitOfNobody = ({ resources, number }: EhrSending): FhirResource => {
  const visit = resources.find(({ resourceType }) => resourceType === 'Encounter');
  if (!visit) throw new RangeError('The sending has no visit.');
  return { ...visit, id: `ehr-${number}-stray`, subject: { reference: `Patient/nobody-${number}` } };
};

/** How the product counts the resources of a kind: `1 visit`, `12 documents`. */
export function countWords(resources: readonly FhirResource[], types: readonly string[], word: string): string {
  const count = resources.filter(({ resourceType }) => types.includes(resourceType)).length;
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
