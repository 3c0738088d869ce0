import { channels } from '@caseboard/contracts';
import { effectOf } from '@caseboard/server/kernel';
import type { RowDefinition, RowEffect } from '@caseboard/server/kernel';
import { cliniciansByIds } from './clinicians.repository.ts';

type Presence = { id: string };

/** A clinician in administration. */
export const clinicianRow: RowDefinition<Presence> = {
  kind: 'clinician',
  channelsOf: () => [channels.directory()],
  isRestricted: () => false,
  project: async (tx, ids) => new Map((await cliniciansByIds(tx, ids)).map((one) => [one.id, one])),
};

/** A clinician that changed. */
export const clinicianShown = (id: string): RowEffect => effectOf(clinicianRow, { id }, { id });
