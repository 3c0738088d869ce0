import { channels } from '@caseboard/contracts';
import { effectOf } from '@caseboard/server/kernel';
import type { RowDefinition, RowEffect } from '@caseboard/server/kernel';
import { patientsByIds } from './patient-tokens.repository.ts';

type Presence = { id: string };

/** A patient on its own channel. */
export const patientRow: RowDefinition<Presence> = {
  kind: 'patient',
  channelsOf: ({ id }) => [channels.case('patient', id)],
  isRestricted: () => false,
  project: async (tx, ids) => new Map((await patientsByIds(tx, ids)).map((one) => [one.id, one])),
};

/** A patient that changed. */
export const patientShown = (id: string): RowEffect => effectOf(patientRow, { id }, { id });
