import type { FhirReference, FhirResource } from '@caseboard/fhir';

/** Whom a resource names: without a required one it stands alone and is set aside, without another it is taken. */
export interface Named {
  to: FhirReference;
  /** What it is to the resource, in words. */
  as: string;
  isRequired: boolean;
}

/** Resources of a lower rank are written first, so that those that name them find them. */
export const RANKS = [0, 1, 2, 3, 4] as const;

const RANK_OF: Readonly<Record<FhirResource['type'], number>> = {
  Organization: 0,
  Practitioner: 0,
  Location: 1,
  PractitionerRole: 1,
  Patient: 1,
  Coverage: 2,
  Encounter: 2,
  Condition: 3,
  Procedure: 3,
  DocumentReference: 3,
  DiagnosticReport: 3,
  Binary: 4,
};

export const rankOf = ({ type }: FhirResource): number => RANK_OF[type];

/** Everybody and everything a resource names, for the check and for the writing alike. */
export function namedBy(resource: FhirResource): Named[] {
  return all(resource).filter(({ to, isRequired }) => isRequired || to.key !== null);
}

function all(resource: FhirResource): Named[] {
  switch (resource.type) {
    case 'Coverage':
      return [required('patient', resource.beneficiary), optional('payer', resource.payor)];
    case 'PractitionerRole':
      return [required('practitioner', resource.practitioner)];
    case 'Location':
    case 'Organization':
      return resource.partOf ? [optional('organization', resource.partOf)] : [];
    case 'Encounter':
      return [
        required('patient', resource.subject),
        ...resource.participants.map(({ who }) => optional('participant', who)),
        ...resource.places.map((place) => optional('place', place)),
      ];
    case 'Condition':
    case 'Procedure':
      return about(resource.subject, resource.encounter);
    case 'DocumentReference':
    case 'DiagnosticReport':
      return [...about(resource.subject, resource.encounter), optional('author', resource.author)];
    default:
      return [];
  }
}

/** Without a patient of its own a resource is about the patient of its encounter. */
const about = (subject: FhirReference, encounter: FhirReference): Named[] =>
  subject.key === null && encounter.key !== null
    ? [required('encounter', encounter)]
    : [required('patient', subject), optional('encounter', encounter)];

const required = (as: string, to: FhirReference): Named => ({ as, to, isRequired: true });
const optional = (as: string, to: FhirReference): Named => ({ as, to, isRequired: false });
