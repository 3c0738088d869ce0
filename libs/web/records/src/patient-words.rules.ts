import type { Coverage, EncounterSummary, PatientSummary } from '@caseboard/contracts';
import { plainDateWords } from '@caseboard/web/kernel';

const SEXES = { F: 'female', M: 'male', U: 'sex not said' } as const;
const CLASSES = { inpatient: 'Inpatient', outpatient: 'Outpatient', emergency: 'Emergency', other: 'Other' } as const;

/** What tells two of one name apart: `born 8 Sep 1961, female`. */
export function aboutPatient({ birthDate, sex }: Pick<PatientSummary, 'birthDate' | 'sex'>): string {
  const born = birthDate === null ? 'birth date not known' : `born ${plainDateWords(birthDate)}`;
  return sex === null ? born : `${born}, ${SEXES[sex]}`;
}

/** Where a record comes from: its number, or that only claims know it. */
export const numberWords = ({ mrn }: Pick<PatientSummary, 'mrn'>): string => mrn ?? 'from claims only';

/** `Primary`, `Secondary`, `Third`; cards of claims only have no place. */
export const placeOf = ({ order }: Pick<Coverage, 'order'>): string =>
  ['Primary', 'Secondary', 'Third'][order - 1] ?? 'From claims';

/** The days a coverage holds: `from 1 Jan 2024`. */
export function daysOf({ from, to }: Pick<Coverage, 'from' | 'to'>): string {
  if (from === null) return to === null ? '' : `to ${plainDateWords(to)}`;
  return to === null ? `from ${plainDateWords(from)}` : `${plainDateWords(from)} to ${plainDateWords(to)}`;
}

/** What kind of visit it was and when: `Inpatient, 2 Nov 2026 to 5 Nov 2026`. */
export function visitWords({ class: kind, startedOn, endedOn }: EncounterSummary): string {
  const from = startedOn === null ? undefined : plainDateWords(startedOn);
  const to = endedOn === null || endedOn === startedOn ? undefined : plainDateWords(endedOn);
  const stay = kind === 'inpatient' && endedOn === null && from !== undefined ? `${from}, in the house` : from;
  return [CLASSES[kind], to === undefined || from === undefined ? stay : `${from} to ${to}`].filter(Boolean).join(', ');
}
