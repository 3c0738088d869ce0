type Resource = Record<string, unknown>;

/** Resources of one person in the file: ten that are taken, two observations that are only counted. */
const RESOURCES_A_PERSON = 12;
const PIECE = 100;
const NOTE = 'She slept well and walked the corridor twice. Pain is 3 of 10, the wound is dry. '.repeat(18);
const MR = { coding: [{ code: 'MR' }] };

/** A Bundle of so many people with their visits, problems, procedures and notes; piece by piece. */
export async function* chartFile(people: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{"resourceType":"Bundle","type":"collection","entry":[');
  yield Buffer.from(directory().map(entryOf).join(',\n'));
  for (let first = 0; first < people; first += PIECE) {
    const count = Math.min(PIECE, people - first);
    const text = Array.from({ length: count }, (_, at) =>
      person(first + at)
        .map(entryOf)
        .join(',\n'),
    );
    yield Buffer.from(`,\n${text.join(',\n')}`);
  }
  yield Buffer.from(']}\n');
}

/** How many resources `chartFile` holds. */
export const resourcesIn = (people: number): number => directory().length + people * RESOURCES_A_PERSON;

const entryOf = (resource: Resource): string =>
  JSON.stringify({
    fullUrl: `https://ehr.invalid/${resource.resourceType as string}/${resource.id as string}`,
    resource,
  });

const to = (type: string, id: string) => ({ reference: `${type}/${id}` });

function directory(): Resource[] {
  const clinicians = Array.from({ length: 20 }, (_, at) => ({
    resourceType: 'Practitioner',
    id: `d${at}`,
    identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: String(1_000_000_000 + at) }],
    name: [{ family: `Healer${at}`, given: ['Ann'] }],
  }));
  const payer = {
    resourceType: 'Organization',
    id: 'payer',
    name: 'Northlake HMO',
    type: [{ coding: [{ code: 'pay' }] }],
  };
  return [payer, ...clinicians];
}

function person(at: number): Resource[] {
  const id = `p${at}`;
  const subject = to('Patient', id);
  const visits = [0, 1].map((n) => `e${at}-${n}`);
  const patient = {
    resourceType: 'Patient',
    id,
    identifier: [{ type: MR, system: 'urn:bench:mrn', value: `M${at}` }],
    name: [{ family: `Tester${at}`, given: ['Wanda'] }],
    gender: 'female',
    birthDate: '1970-01-02',
  };
  const coverage = {
    resourceType: 'Coverage',
    id: `v${at}`,
    subscriberId: `W${at}`,
    beneficiary: subject,
    payor: [to('Organization', 'payer')],
  };
  return [patient, coverage, ...visits.flatMap((visit, n) => visitOf(visit, subject, `d${(at + n) % 20}`))];
}

function visitOf(id: string, subject: object, clinician: string): Resource[] {
  const encounter = to('Encounter', id);
  const code = { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'M54.50', display: 'Low back pain' }] };
  const attachment = { contentType: 'text/plain', data: Buffer.from(`${id} ${NOTE}`).toString('base64') };
  return [
    {
      resourceType: 'Encounter',
      id,
      status: 'finished',
      class: { code: 'AMB' },
      subject,
      participant: [{ individual: to('Practitioner', clinician) }],
      period: { start: '2026-11-02T08:00:00Z', end: '2026-11-02T09:00:00Z' },
    },
    { resourceType: 'Condition', id: `c${id}`, code, subject, encounter },
    { resourceType: 'Procedure', id: `r${id}`, code, subject, encounter, performedDateTime: '2026-11-02' },
    { resourceType: 'Observation', id: `o${id}`, status: 'final', subject, encounter, valueQuantity: { value: 98.6 } },
    {
      resourceType: 'DocumentReference',
      id: `n${id}`,
      subject,
      type: { text: 'Progress note' },
      content: [{ attachment }],
      context: { encounter: [encounter] },
    },
  ];
}
