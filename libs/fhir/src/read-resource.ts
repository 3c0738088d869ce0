import { binaryOf, documentOf, reportOf } from './documents.ts';
import { faultAt, resourceWords } from './faults.ts';
import type { FhirItem, FhirPlace, FhirResource } from './fhir.types.ts';
import { identityOf } from './identity.ts';
import type { Identity } from './identity.ts';
import { recordsOf, textOf } from './json.ts';
import type { Json } from './json.ts';
import { coverageOf, organizationOf, patientOf, practitionerOf, practitionerRoleOf } from './people.ts';
import { containedId } from './references.ts';
import { chartEntryOf, encounterOf, isRetracted } from './visits.ts';

type Read = (json: Json, identity: Identity) => FhirResource | undefined;

const READERS: Readonly<Record<string, Read>> = {
  Patient: patientOf,
  Coverage: coverageOf,
  Practitioner: practitionerOf,
  PractitionerRole: practitionerRoleOf,
  Organization: (json, identity) => organizationOf('Organization', json, identity),
  Location: (json, identity) => organizationOf('Location', json, identity),
  Encounter: encounterOf,
  Condition: (json, identity) => chartEntryOf('Condition', json, identity),
  Procedure: (json, identity) => chartEntryOf('Procedure', json, identity),
  DocumentReference: documentOf,
  DiagnosticReport: reportOf,
  Binary: binaryOf,
};

/** Types a contained resource may be of to be taken by itself. */
const CONTAINED = ['Practitioner', 'PractitionerRole', 'Organization', 'Location', 'Patient'];

/** What one resource gives: those it contains first, then itself; or why it is set aside. */
export function* readResource(json: Json, fullUrl: string, at: FhirPlace): Generator<FhirItem> {
  const type = textOf(json.resourceType, 40);
  if (!/^[A-Z][A-Za-z]+$/.test(type)) {
    const words = 'there is no resource type. Export it again as FHIR R4 JSON.';
    yield { kind: 'fault', fault: faultAt('no-type', at, words) };
    return;
  }
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (!read) {
    yield { kind: 'set-aside', type, at };
    return;
  }
  const identity = identityOf(json, fullUrl);
  if (!identity) {
    const words = `a ${type} has no id, so it could not be updated later. It is set aside.`;
    yield { kind: 'fault', fault: faultAt('no-id', at, words) };
    yield { kind: 'set-aside', type, at };
    return;
  }
  yield* whole(json, identity, read, at);
}

function* whole(json: Json, identity: Identity, read: Read, at: FhirPlace): Generator<FhirItem> {
  const type = textOf(json.resourceType, 40);
  if (isRetracted(json)) {
    const words = `${resourceWords(type, identity.id)} was entered in error or ruled out. It is set aside.`;
    yield { kind: 'fault', fault: faultAt('retracted', at, words, 'warning') };
    yield { kind: 'set-aside', type, at };
    return;
  }
  const resource = read(json, identity);
  if (!resource) {
    yield { kind: 'set-aside', type, at };
    return;
  }
  for (const inner of recordsOf(json.contained)) yield* contained(inner, identity.id, at);
  yield { kind: 'resource', resource, at, isContained: false };
}

function* contained(json: Json, parentId: string, at: FhirPlace): Generator<FhirItem> {
  const type = textOf(json.resourceType, 40);
  const id = textOf(json.id, 64);
  const read = CONTAINED.includes(type) ? READERS[type] : undefined;
  if (!read || id === '') return;
  const own = containedId(parentId, id);
  const resource = read(json, { id: own, keys: [own] });
  if (resource) yield { kind: 'resource', resource, at, isContained: true };
}
