import { nameKeyOf } from './name-key.rules.ts';
import type { PersonName } from './patient-mark.rules.ts';

/** A patient as a claim or remittance names one. */
export interface PatientAsked extends PersonName {
  payerId: string;
  /** The id on the member's card; a family may share one. */
  memberId: string | null;
  /** `YYYY-MM-DD`; an 835 does not say it. */
  birthDate: string | null;
  sex: 'F' | 'M' | 'U' | null;
}

/** A patient on record, with the cards known. */
export interface PatientOnRecord {
  id: string;
  firstName: string;
  nameKey: string;
  birthDate: string | null;
  sex: 'F' | 'M' | 'U' | null;
  members: { payerId: string; memberId: string }[];
}

/** How a person's name is compared: last and first name. */
export const personKeyOf = (name: PersonName): string => `${nameKeyOf(name.lastName)}|${nameKeyOf(name.firstName)}`;

/**
 * The person on record who is meant. With the same card: same birth date and a first name that fits (twins
 * share card and birthday), or the same name unless the birth dates differ (a son may have his father's name).
 * Without a card in common: the same name and the same known birth date. In doubt it is somebody new: two
 * records of one person can be joined later, one record of two people cannot be taken apart.
 */
export function matchPatient<P extends PatientOnRecord>(asked: PatientAsked, onRecord: readonly P[]): P | undefined {
  const key = personKeyOf(asked);
  const isSameDay = (one: P) => asked.birthDate !== null && one.birthDate === asked.birthDate;
  const isOtherDay = (one: P) =>
    asked.birthDate !== null && one.birthDate !== null && one.birthDate !== asked.birthDate;
  const family = onRecord.filter((one) => hasCard(one, asked));
  return (
    family.find((one) => isSameDay(one) && firstNamesFit(one.firstName, asked.firstName)) ??
    family.find((one) => one.nameKey === key && !isOtherDay(one)) ??
    onRecord.find((one) => one.nameKey === key && isSameDay(one))
  );
}

/** Whether this very card is on record for the person. */
export const hasCard = (
  one: PatientOnRecord,
  { payerId, memberId }: Pick<PatientAsked, 'payerId' | 'memberId'>,
): boolean =>
  memberId !== null && one.members.some((member) => member.payerId === payerId && member.memberId === memberId);

/** `JON` and `JONATHAN` fit, as does a first name left out; `ANA` and `BEN` do not. */
function firstNamesFit(one: string, other: string): boolean {
  const [a, b] = [nameKeyOf(one), nameKeyOf(other)];
  return a.startsWith(b) || b.startsWith(a);
}
