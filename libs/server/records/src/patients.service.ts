import { Injectable } from '@nestjs/common';
import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import type { PatientAsked } from './patient-match.rules.ts';
import { planPatients } from './patient-plan.rules.ts';
import type { PatientPlan } from './patient-plan.rules.ts';
import { candidates, fillIn, insertCards, insertPatients, lockAdding } from './patients.repository.ts';

/** What other modules ask of patients. Everything happens in the caller's transaction. */
@Injectable()
export class Patients {
  /** The id of the patient a claim names, made when nobody on record is meant. */
  async findOrAdd(tx: Tx, asked: PatientAsked): Promise<string> {
    const [id] = await this.findOrAddMany(tx, [asked]);
    if (id === undefined) throw new Error('The patient was not written.');
    return id;
  }

  /** Ids of the patients a file names, in the order asked, with a fixed number of statements. */
  async findOrAddMany(tx: Tx, asked: readonly PatientAsked[]): Promise<string[]> {
    if (asked.length === 0) return [];
    const tidy = asked.map(tidied);
    const plan = planPatients(tidy, await candidates(tx, tidy), uuidv7);
    if (plan.added.length === 0) return this.write(tx, plan);
    await lockAdding(tx);
    return this.write(tx, planPatients(tidy, await candidates(tx, tidy), uuidv7));
  }

  private async write(tx: Tx, plan: PatientPlan): Promise<string[]> {
    await insertPatients(tx, plan.added);
    await insertCards(tx, plan.cards);
    await fillIn(tx, plan.filledIn);
    return plan.ids;
  }
}

const tidied = (asked: PatientAsked): PatientAsked => ({
  ...asked,
  lastName: asked.lastName.trim(),
  firstName: asked.firstName.trim(),
  memberId: asked.memberId?.trim() || null,
});
