import { channels } from '@caseboard/contracts';
import type { RowDefinition, RowEffect } from '@caseboard/server/kernel';
import { effectOf } from '@caseboard/server/kernel';
import { payersByIds } from './payers.repository.ts';

type Presence = { id: string };

/** A payer with its rules, on the lists of administration. */
export const payerRow: RowDefinition<Presence> = {
  kind: 'payer',
  channelsOf: () => [channels.directory()],
  isRestricted: () => false,
  project: (tx, ids) => payersByIds(tx, ids),
};

/** Shows a payer again: it or one of its rules changed. */
export const payerShown = (id: string): RowEffect => effectOf(payerRow, { id }, { id });
