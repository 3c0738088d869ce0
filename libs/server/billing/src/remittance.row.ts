import { channels } from '@caseboard/contracts';
import type { RemittanceSummary } from '@caseboard/contracts';
import type { RowDefinition, RowEffect, Tx } from '@caseboard/server/kernel';
import { effectOf } from '@caseboard/server/kernel';
import { gatedFacilities } from './billing.access.ts';
import { remittancesByIds } from './remittance-reads.repository.ts';

/** What decides on which channels a remittance is. */
export interface RemittancePresence {
  id: string;
  isRestricted: boolean;
}

/** A remittance and how far it is posted. */
export const remittanceRow: RowDefinition<RemittancePresence> = {
  kind: 'remittance',
  channelsOf: () => [channels.remittances()],
  isRestricted: (row) => row.isRestricted,
  project: (tx, ids) => projected(tx, ids),
};

/** Bodies for everybody; one of a gated facility has none here, since each screen asks for it itself. */
async function projected(tx: Tx, ids: string[]): Promise<Map<string, RemittanceSummary>> {
  const hidden = await gatedFacilities(tx);
  return remittancesByIds(tx, ids, hidden);
}

/** Shows a remittance again; `isNew` when it was not there before. */
export const remittanceShown = (row: RemittancePresence, isNew = false): RowEffect =>
  effectOf(remittanceRow, isNew ? undefined : row, row);
