import {
  dayOf,
  hasCode,
  identifierIn,
  identifierOfType,
  identifiersOf,
  nameOf,
  NPI_SYSTEM,
  wordsOf,
} from './datatypes.ts';
import type {
  FhirCoverage,
  FhirOrganization,
  FhirPatient,
  FhirPractitioner,
  FhirPractitionerRole,
} from './fhir.types.ts';
import { recordOf, recordsOf, textOf, textsOf } from './json.ts';
import type { Json } from './json.ts';
import type { Identity } from './identity.ts';
import { referenceOf } from './references.ts';

const SEXES: Readonly<Record<string, 'F' | 'M' | 'U'>> = { female: 'F', male: 'M', other: 'U', unknown: 'U' };
const PAYERS = ['pay', 'ins'];

/** Patient (R4 8.1). */
export function patientOf(json: Json, identity: Identity): FhirPatient {
  const { prefix: _prefix, ...name } = nameOf(json.name);
  const identifiers = identifiersOf(json.identifier);
  return {
    type: 'Patient',
    ...identity,
    ...name,
    identifiers,
    mrn: identifierOfType(json.identifier, 'MR'),
    birthDate: dayOf(json.birthDate),
    sex: SEXES[textOf(json.gender)] ?? null,
    address: addressOf(json.address),
  };
}

/** Coverage (R4 13.1): the member id is the subscriber's, else the identifier of type MB, else the first. */
export function coverageOf(json: Json, identity: Identity): FhirCoverage {
  const period = recordOf(json.period);
  const order = Number(json.order);
  const memberId = textOf(json.subscriberId, 80) || identifierOfType(json.identifier, 'MB');
  return {
    type: 'Coverage',
    ...identity,
    beneficiary: referenceOf(json.beneficiary, ['Patient'], identity.id),
    payor: referenceOf(recordsOf(json.payor)[0], ['Organization', 'Patient'], identity.id),
    memberId: memberId || (identifiersOf(json.identifier)[0]?.value ?? null),
    order: Number.isInteger(order) && order > 0 && order < 100 ? order : 1,
    from: dayOf(period.start),
    to: dayOf(period.end),
  };
}

/** Practitioner (R4 8.4). */
export function practitionerOf(json: Json, identity: Identity): FhirPractitioner {
  const { prefix, firstName, lastName, suffix } = nameOf(json.name);
  const name = [prefix, firstName, lastName, suffix].filter(Boolean).join(' ');
  const npi = identifierIn(identifiersOf(json.identifier), NPI_SYSTEM);
  return { type: 'Practitioner', ...identity, name: name || 'Unnamed clinician', npi };
}

/** PractitionerRole (R4 8.5): its specialty, else its code, is the service. */
export function practitionerRoleOf(json: Json, identity: Identity): FhirPractitionerRole {
  const service = [...recordsOf(json.specialty), ...recordsOf(json.code)].map(wordsOf).find((words) => words !== '');
  const practitioner = referenceOf(json.practitioner, ['Practitioner'], identity.id);
  return { type: 'PractitionerRole', ...identity, practitioner, service: service ?? null };
}

/** Organization (R4 8.6) or Location (R4 8.7). The payer id is the one X12 calls the payer by. */
export function organizationOf(type: 'Organization' | 'Location', json: Json, identity: Identity): FhirOrganization {
  const identifiers = identifiersOf(json.identifier);
  return {
    type,
    ...identity,
    name: textOf(json.name, 120) || 'Unnamed organization',
    npi: identifierIn(identifiers, NPI_SYSTEM),
    payerCode: identifiers.find(({ system }) => /payer-?id/i.test(system))?.value ?? null,
    isPayer: type === 'Organization' && hasCode(json.type, PAYERS),
    partOf: type === 'Location' ? referenceOf(json.managingOrganization, ['Organization'], identity.id) : null,
  };
}

function addressOf(value: unknown): FhirPatient['address'] {
  const addresses = recordsOf(value);
  const address = addresses.find(({ use }) => use === 'home') ?? addresses.find(({ use }) => use !== 'old');
  if (!address) return null;
  return {
    lines: textsOf(address.line).slice(0, 4),
    city: textOf(address.city, 100),
    state: textOf(address.state, 40),
    postalCode: textOf(address.postalCode, 20),
  };
}
