import { hasCard, matchPatient, personKeyOf } from './patient-match.rules.ts';
import type { PatientAsked, PatientOnRecord } from './patient-match.rules.ts';

/** A patient about to be written. */
export interface NewPatient extends PatientAsked {
  id: string;
}

/** A card about to be written. */
export interface NewCard {
  payerId: string;
  memberId: string;
  patientId: string;
}

/** What has to be written so that everybody asked for is on record; `ids` in the order asked. */
export interface PatientPlan {
  ids: string[];
  added: NewPatient[];
  cards: NewCard[];
  filledIn: { id: string; birthDate: string | null; sex: 'F' | 'M' | 'U' | null }[];
}

/**
 * Goes through those asked for in order; who was added or given a card counts for those after, so that one
 * person twice in a file is one record. `newId` makes ids.
 */
export function planPatients(
  asked: readonly PatientAsked[],
  onRecord: readonly PatientOnRecord[],
  newId: () => string,
): PatientPlan {
  const pool = onRecord.map((one) => ({ ...one, members: [...one.members] }));
  const plan: PatientPlan = { ids: [], added: [], cards: [], filledIn: [] };
  for (const one of asked) {
    const found = matchPatient(one, pool);
    const person = found ?? newcomer(one, newId());
    if (found) fill(plan, found, one);
    else {
      pool.push(person);
      plan.added.push({ ...one, id: person.id });
    }
    if (one.memberId !== null && !hasCard(person, one)) {
      person.members.push({ payerId: one.payerId, memberId: one.memberId });
      plan.cards.push({ payerId: one.payerId, memberId: one.memberId, patientId: person.id });
    }
    plan.ids.push(person.id);
  }
  return plan;
}

function newcomer(asked: PatientAsked, id: string): PatientOnRecord {
  const { firstName, birthDate, sex } = asked;
  return { id, firstName, nameKey: personKeyOf(asked), birthDate, sex, members: [] };
}

function fill(plan: PatientPlan, found: PatientOnRecord, asked: PatientAsked): void {
  const birthDate = found.birthDate ?? asked.birthDate;
  const sex = found.sex ?? asked.sex;
  if (birthDate === found.birthDate && sex === found.sex) return;
  Object.assign(found, { birthDate, sex });
  plan.filledIn = [...plan.filledIn.filter((fact) => fact.id !== found.id), { id: found.id, birthDate, sex }];
}
