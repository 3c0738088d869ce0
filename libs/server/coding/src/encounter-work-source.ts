import type { EncounterWorkSource } from '@caseboard/server/records';
import { casesOfEncounters } from './coding-cases.repository.ts';

/** The coding case of an encounter, as its chart shows it. */
export const codingWork: EncounterWorkSource = {
  of: async (tx, encounterIds) =>
    new Map(
      (await casesOfEncounters(tx, encounterIds)).map(({ id, number, state, encounterId }) => [
        encounterId,
        [{ subjectType: 'coding', subjectId: id, number, state }],
      ]),
    ),
};
