type Resource = Record<string, unknown>;

const MR = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] };
const to = (type: string, id: string) => ({ reference: `${type}/${id}` });

/** A Bundle of these resources, each with the full URL an EHR would give it. */
export const aBundle = (...resources: Resource[]): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({
      fullUrl: `https://ehr.invalid/${resource.resourceType as string}/${resource.id as string}`,
      resource,
    })),
  });

/** One resource a line. */
export const lines = (...resources: Resource[]): string => resources.map((one) => `${JSON.stringify(one)}\n`).join('');

export const aPatient = (id: string, facts: Resource = {}): Resource => ({
  resourceType: 'Patient',
  id,
  identifier: [{ type: MR, system: 'urn:test:mrn', value: `MRN-${id}` }],
  name: [{ use: 'official', family: `Tester${id}`, given: ['Wanda', 'M'] }],
  gender: 'female',
  birthDate: '1961-09-08',
  ...facts,
});

export const aPractitioner = (id: string, facts: Resource = {}): Resource => ({
  resourceType: 'Practitioner',
  id,
  identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: `16790${id.replace(/\D/g, '')}` }],
  name: [{ family: `Healer${id}`, given: ['Ann'], prefix: ['Dr.'] }],
  ...facts,
});

export const anEncounter = (id: string, patientId: string, facts: Resource = {}): Resource => ({
  resourceType: 'Encounter',
  id,
  status: 'finished',
  class: { code: 'IMP' },
  type: [{ text: 'Hospital stay' }],
  subject: to('Patient', patientId),
  period: { start: '2026-11-02T08:00:00Z', end: '2026-11-05T10:00:00Z' },
  ...facts,
});

export const aCondition = (id: string, patientId: string, encounterId: string, facts: Resource = {}): Resource => ({
  resourceType: 'Condition',
  id,
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'M54.50', display: 'Low back pain' }] },
  subject: to('Patient', patientId),
  encounter: to('Encounter', encounterId),
  onsetDateTime: '2026-11-02',
  ...facts,
});

export const aNote = (
  id: string,
  patientId: string,
  encounterId: string,
  text: string | Buffer,
  facts: Resource = {},
): Resource => ({
  resourceType: 'DocumentReference',
  id,
  status: 'current',
  type: { text: 'Progress note' },
  date: '2026-11-03T09:00:00Z',
  subject: to('Patient', patientId),
  content: [{ attachment: { contentType: 'text/plain', data: Buffer.from(text as string).toString('base64') } }],
  context: { encounter: [to('Encounter', encounterId)] },
  ...facts,
});

export const aPayerOrganization = (id: string, code: string): Resource => ({
  resourceType: 'Organization',
  id,
  identifier: [{ system: 'urn:x12:payer-id', value: code }],
  type: [{ coding: [{ code: 'pay' }] }],
  name: `Insurance ${code}`,
});

export const aCoverage = (id: string, patientId: string, payerId: string, memberId: string): Resource => ({
  resourceType: 'Coverage',
  id,
  subscriberId: memberId,
  beneficiary: to('Patient', patientId),
  payor: [to('Organization', payerId)],
  order: 1,
});
