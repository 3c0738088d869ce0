import { codeOf, dayOf, hasCode, wordsOf } from './datatypes.ts';
import type { FhirChartEntry, FhirEncounter } from './fhir.types.ts';
import type { Identity } from './identity.ts';
import { recordOf, recordsOf, textOf } from './json.ts';
import type { Json } from './json.ts';
import { referenceOf } from './references.ts';

/** Codes of v3 ActEncounterCode; everything else is `other`. */
const CLASSES: Readonly<Record<string, FhirEncounter['class']>> = {
  IMP: 'inpatient',
  ACUTE: 'inpatient',
  NONAC: 'inpatient',
  EMER: 'emergency',
  AMB: 'outpatient',
  OBSENC: 'outpatient',
  SS: 'outpatient',
};
const CLINICIANS = ['Practitioner', 'PractitionerRole'];
/** v3 ParticipationType: attending, and primary performer. */
const ATTENDING = ['ATND', 'PPRF'];

/** Encounter (R4 8.11). Without any participant marked as attending the first one is. */
export function encounterOf(json: Json, identity: Identity): FhirEncounter {
  const period = recordOf(json.period);
  const kind = recordOf(json.class);
  const participants = participantsOf(json, identity.id);
  const isMarked = participants.some(({ isAttending }) => isAttending);
  return {
    type: 'Encounter',
    ...identity,
    status: textOf(json.status, 40) || 'unknown',
    class: CLASSES[textOf(kind.code)] ?? 'other',
    words: recordsOf(json.type).map(wordsOf).find(Boolean) ?? (textOf(kind.display) || 'Visit'),
    subject: referenceOf(json.subject, ['Patient'], identity.id),
    participants: isMarked ? participants : participants.map((one, at) => ({ ...one, isAttending: at === 0 })),
    places: [
      referenceOf(json.serviceProvider, ['Organization'], identity.id),
      ...recordsOf(json.location).map((one) => referenceOf(one.location, ['Location'], identity.id)),
    ].filter(({ key }) => key !== null),
    startedOn: dayOf(period.start),
    endedOn: dayOf(period.end),
  };
}

/** Condition (R4 9.2) or Procedure (R4 9.3). */
export function chartEntryOf(type: 'Condition' | 'Procedure', json: Json, identity: Identity): FhirChartEntry {
  const on =
    type === 'Condition'
      ? (dayOf(json.onsetDateTime) ?? dayOf(recordOf(json.onsetPeriod).start) ?? dayOf(json.recordedDate))
      : (dayOf(json.performedDateTime) ?? dayOf(recordOf(json.performedPeriod).start));
  return {
    type,
    ...identity,
    subject: referenceOf(json.subject, ['Patient'], identity.id),
    encounter: referenceOf(json.encounter, ['Encounter'], identity.id),
    code: codeOf(json.code),
    on,
  };
}

/** Whether the source itself says that this is not so: entered in error, or a condition that was ruled out. */
export const isRetracted = (json: Json): boolean =>
  json.status === 'entered-in-error' || hasCode(json.verificationStatus, ['entered-in-error', 'refuted']);

function participantsOf(json: Json, ownId: string): FhirEncounter['participants'] {
  return recordsOf(json.participant)
    .map(({ individual, type }) => ({
      who: referenceOf(individual, CLINICIANS, ownId),
      isAttending: hasCode(type, ATTENDING),
    }))
    .filter(({ who }) => who.key !== null);
}
