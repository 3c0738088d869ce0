import { channels } from '@caseboard/contracts';
import { effectOf } from '@caseboard/server/kernel';
import type { RowDefinition, RowEffect } from '@caseboard/server/kernel';
import { encounterSummaries } from './encounter-list.repository.ts';

/** Where an encounter is on screens, and whether its facility is gated. */
export interface EncounterPresence {
  id: string;
  isRestricted: boolean;
}

/** An encounter on its own channel. */
export const encounterRow: RowDefinition<EncounterPresence> = {
  kind: 'encounter',
  channelsOf: ({ id }) => [channels.case('encounter', id)],
  isRestricted: ({ isRestricted }) => isRestricted,
  project: async (tx, ids) => new Map((await encounterSummaries(tx, ids)).map((one) => [one.id, one])),
};

/** An encounter that is new or changed. */
export const encounterShown = (row: EncounterPresence, isNew = false): RowEffect =>
  effectOf(encounterRow, isNew ? undefined : row, row);
