import { randomInt } from 'node:crypto';
import type { Colleague } from '@caseboard/contracts';
import { LAKESIDE } from '@caseboard/samples';
import type { Person } from './people.ts';

/** A chart no server has seen: patient, visit and note are new each time, its clinician is the sample physician. */
export interface FreshChart {
  fileName: string;
  text: string;
  /** As lists show the patient. */
  patient: string;
  name: string;
  note: string;
}

const NPI = 'http://hl7.org/fhir/sid/us-npi';
const DAY_MS = 86_400_000;
const PHYSICIAN = 'Natarajan';

/** An office visit with one note; one that ended long ago is the most pressing of all. */
export function freshChart(daysAgo: number): FreshChart {
  const number = randomInt(10_000_000, 99_999_999);
  const on = new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
  const clinician = LAKESIDE.clinicians.find(({ last }) => last.toLowerCase() === PHYSICIAN.toLowerCase());
  const payer = LAKESIDE.payers[0];
  const facility = LAKESIDE.facilities[0];
  if (!clinician || !payer || !facility)
    throw new RangeError('The sample hospital has no such clinician, payer or facility.');
  const note = `Cough for five days, fever to 101. Crackles at the left base. Chest film: left lower opacity.
Creatinine 2.4, was 1.1 in July. Given one dose of ceftriaxone in the office.
Assessment: pneumonia, kidney function worse than before.`;
  const ids = { patient: `journey-p-${number}`, visit: `journey-v-${number}`, doctor: `clinician-${clinician.npi}` };
  const to = (type: string, id: string) => ({ reference: `${type}/${id}` });
  const resources = [
    {
      resourceType: 'Organization',
      id: `facility-${facility.npi}`,
      identifier: [{ system: NPI, value: facility.npi }],
      name: facility.name,
    },
    {
      resourceType: 'Organization',
      id: `payer-${payer.code.toLowerCase()}`,
      identifier: [{ system: 'urn:x12:payer-id', value: payer.code }],
      type: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: 'pay' }] }],
      name: payer.name,
    },
    {
      resourceType: 'Practitioner',
      id: ids.doctor,
      identifier: [{ system: NPI, value: clinician.npi }],
      name: [{ family: PHYSICIAN, given: ['Priya'], prefix: ['Dr.'] }],
    },
    {
      resourceType: 'Patient',
      id: ids.patient,
      identifier: [
        {
          type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
          system: `urn:${LAKESIDE.key}:mrn`,
          value: String(number),
        },
      ],
      name: [{ family: 'Journeyman', given: ['Opal'] }],
      gender: 'female',
      birthDate: '1961-04-17',
    },
    {
      resourceType: 'Coverage',
      id: `journey-c-${number}`,
      status: 'active',
      subscriberId: `W${number}`,
      beneficiary: to('Patient', ids.patient),
      payor: [to('Organization', `payer-${payer.code.toLowerCase()}`)],
      order: 1,
    },
    {
      resourceType: 'Encounter',
      id: ids.visit,
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
      type: [{ text: 'Office visit' }],
      subject: to('Patient', ids.patient),
      participant: [
        {
          type: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'ATND' }] }],
          individual: to('Practitioner', ids.doctor),
        },
      ],
      period: { start: `${on}T15:00:00Z`, end: `${on}T16:00:00Z` },
      serviceProvider: to('Organization', `facility-${facility.npi}`),
    },
    {
      resourceType: 'DocumentReference',
      id: `journey-d-${number}`,
      status: 'current',
      type: { text: 'Office visit note' },
      subject: to('Patient', ids.patient),
      date: `${on}T16:30:00Z`,
      author: [to('Practitioner', ids.doctor)],
      content: [
        {
          attachment: {
            contentType: 'text/plain',
            title: 'Office visit note',
            data: Buffer.from(note).toString('base64'),
          },
        },
      ],
      context: { encounter: [to('Encounter', ids.visit)] },
    },
  ];
  return {
    fileName: `journey_${number}.json`,
    text: JSON.stringify({
      resourceType: 'Bundle',
      type: 'collection',
      entry: resources.map((resource) => ({ resource })),
    }),
    patient: `OJ ••${String(number).slice(-4)}`,
    name: 'Opal Journeyman',
    note,
  };
}

/** Brings a chart in and waits until it is work; its coding case. */
export async function chartFrom(person: Person, chart: FreshChart): Promise<{ id: string; number: string }> {
  const { body, status } = await person.api.upload(chart.fileName, chart.text);
  if (status !== 202) throw new Error(`The chart was not taken: ${status} ${JSON.stringify(body)}`);
  const { state, errors } = await person.api.imported(body.id);
  if (state !== 'done') throw new Error(`The chart is ${state}: ${JSON.stringify(errors)}`);
  for (let tries = 0; tries < 100; tries += 1) {
    const { body: cases } = await person.api.get<{ items: { id: string; number: string; patient: string }[] }>(
      '/coding-cases?state=ready&limit=200',
    );
    const found = cases.items.find(({ patient }) => patient === chart.patient);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The chart did not become work.');
}

/** Makes sure that the sample physician signs in as the clinician of these charts. */
export async function bindPhysician(admin: Person): Promise<void> {
  const { body } = await admin.api.get<{
    items: { id: string; name: string; userId: string | null; version: number }[];
  }>(`/clinicians?text=${PHYSICIAN}`);
  const [clinician] = body.items;
  if (!clinician) throw new Error('The charts have no such clinician.');
  if (clinician.userId !== null) return;
  const { body: people } = await admin.api.get<{ items: Colleague[] }>('/colleagues?limit=200');
  const userId = people.items.find(({ name }) => name.endsWith(PHYSICIAN))?.id;
  await admin.api.put(`/clinicians/${clinician.id}/user`, { version: clinician.version, body: { userId } });
}

interface QueuedItem {
  id: string;
  subjectId: string;
  priority: number;
  version: number;
}

/** Gives every free chart that is as pressing as this one to another coder, so that it is the next there is. */
export async function makeNext(lead: Person, work: { id: string }, otherId: string): Promise<void> {
  const { body } = await lead.api.get<{ items: QueuedItem[] }>('/work-items?queue=coding&owner=none&limit=200');
  const own = body.items.find(({ subjectId }) => subjectId === work.id);
  const rivals = body.items.filter((item) => item !== own && item.priority >= (own?.priority ?? 0));
  for (const { id, version } of rivals)
    await lead.api.put(`/work-items/${id}/owner`, { body: { userId: otherId }, version });
}
