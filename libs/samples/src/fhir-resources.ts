import type { SampleChart, SampleDocument } from './chart.ts';
import type { SampleHospital, SamplePayer } from './hospital.ts';
import type { SamplePatient } from './people.ts';

/** A FHIR R4 resource as JSON. */
export type FhirResource = { resourceType: string; id: string } & Record<string, unknown>;

const NPI = 'http://hl7.org/fhir/sid/us-npi';
const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm';
const SYSTEMS = { cpt: 'http://www.ama-assn.org/go/cpt', 'icd-10-pcs': 'http://www.cms.gov/Medicare/Coding/ICD10' };
const CLASSES = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

const facilityId = (npi: string) => `facility-${npi}`;
const payerId = (payer: SamplePayer) => `payer-${payer.code.toLowerCase()}`;
const clinicianId = (npi: string) => `clinician-${npi}`;
const patientId = (patient: SamplePatient) => `patient-${patient.mrn}`;
const reference = (type: string, id: string) => ({ reference: `${type}/${id}` });
const capital = (text: string) => text.charAt(0) + text.slice(1).toLowerCase();

/** Facilities, payers and clinicians. */
export function* directory(hospital: SampleHospital): Generator<FhirResource> {
  for (const { name, npi } of hospital.facilities) {
    yield {
      resourceType: 'Organization',
      id: facilityId(npi),
      active: true,
      identifier: [{ system: NPI, value: npi }],
      name,
    };
  }
  for (const payer of hospital.payers) {
    const identifier = [{ system: 'urn:x12:payer-id', value: payer.code }];
    const type = [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: 'pay' }] }];
    yield { resourceType: 'Organization', id: payerId(payer), identifier, type, name: payer.name };
  }
  for (const { npi, last, first, service } of hospital.clinicians) {
    const name = [{ family: capital(last), given: [capital(first)], prefix: ['Dr.'] }];
    yield { resourceType: 'Practitioner', id: clinicianId(npi), identifier: [{ system: NPI, value: npi }], name };
    const practitioner = reference('Practitioner', clinicianId(npi));
    yield { resourceType: 'PractitionerRole', id: `role-${npi}`, practitioner, specialty: [{ text: service }] };
  }
}

/** A patient with the record number of the hospital, and the coverage the claims name. */
export function* person(hospital: SampleHospital, patient: SamplePatient): Generator<FhirResource> {
  const payer = hospital.payers[patient.payerIndex];
  if (!payer) throw new RangeError('The patient names no payer of this hospital.');
  const type = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] };
  yield {
    resourceType: 'Patient',
    id: patientId(patient),
    identifier: [{ type, system: `urn:${hospital.key}:mrn`, value: patient.mrn }],
    name: [{ use: 'official', family: capital(patient.last), given: [capital(patient.first)] }],
    gender: patient.sex === 'F' ? 'female' : 'male',
    birthDate: patient.birthDate,
    address: [{ line: [patient.street], city: 'LAKESIDE', state: 'IL', postalCode: '60001' }],
  };
  yield {
    resourceType: 'Coverage',
    id: `coverage-${patient.mrn}`,
    status: 'active',
    subscriberId: patient.memberId,
    beneficiary: reference('Patient', patientId(patient)),
    payor: [reference('Organization', payerId(payer))],
    order: 1,
    period: { start: '2024-01-01' },
  };
}

/** A visit: encounter, problem list, procedures, notes and reports. */
export function* chart(visit: SampleChart): Generator<FhirResource> {
  const { id, scenario } = visit;
  const subject = reference('Patient', patientId(visit.patient));
  const encounter = reference('Encounter', id);
  yield {
    resourceType: 'Encounter',
    id,
    status: visit.endedOn === undefined ? 'in-progress' : 'finished',
    class: { system: CLASSES, code: scenario.class },
    type: [{ text: scenario.words }],
    subject,
    participant: [
      {
        type: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'ATND' }] }],
        individual: reference('Practitioner', clinicianId(visit.clinician.npi)),
      },
    ],
    period: {
      start: `${visit.startedOn}T14:05:00Z`,
      ...(visit.endedOn === undefined ? {} : { end: `${visit.endedOn}T19:40:00Z` }),
    },
    serviceProvider: reference('Organization', facilityId(visit.facility.npi)),
  };
  for (const [index, { code, words }] of scenario.diagnoses.filter(({ isListed }) => isListed).entries()) {
    const coding = { coding: [{ system: ICD10, code: dotted(code), display: words }], text: words };
    yield {
      resourceType: 'Condition',
      id: `${id}-c${index + 1}`,
      code: coding,
      subject,
      encounter,
      onsetDateTime: visit.startedOn,
    };
  }
  for (const [index, { code, system, words }] of scenario.procedures.entries()) {
    const coding = { coding: [{ system: SYSTEMS[system], code, display: words }], text: words };
    const performed = { status: 'completed', performedDateTime: `${visit.startedOn}T15:00:00Z` };
    yield { resourceType: 'Procedure', id: `${id}-p${index + 1}`, ...performed, code: coding, subject, encounter };
  }
  for (const [index, document] of visit.documents.entries()) yield documentOf(visit, document, index + 1);
}

function documentOf(visit: SampleChart, document: SampleDocument, number: number): FhirResource {
  const { title, loinc, on, as } = document;
  const type = { coding: [{ system: 'http://loinc.org', code: loinc, display: title }], text: title };
  const attachment = { contentType: 'text/plain', title, data: Buffer.from(document.text).toString('base64') };
  const about = { id: `${visit.id}-d${number}`, subject: reference('Patient', patientId(visit.patient)) };
  const author = [reference('Practitioner', clinicianId(visit.clinician.npi))];
  const at = `${on}T18:${String(10 + number).padStart(2, '0')}:00Z`;
  if (as === 'report') {
    const encounter = reference('Encounter', visit.id);
    const whole = { status: 'final', code: type, encounter, effectiveDateTime: at, resultsInterpreter: author };
    return { resourceType: 'DiagnosticReport', ...about, ...whole, presentedForm: [attachment] };
  }
  const context = { encounter: [reference('Encounter', visit.id)] };
  return {
    resourceType: 'DocumentReference',
    ...about,
    status: 'current',
    type,
    date: at,
    author,
    content: [{ attachment }],
    context,
  };
}

/** `E1165` as charts write it: `E11.65`. */
const dotted = (code: string): string => (code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code);
