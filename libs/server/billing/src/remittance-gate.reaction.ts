import { FacilitySaved, RemittancesRegated } from '@caseboard/contracts';
import type { Reaction, Tx } from '@caseboard/server/kernel';
import { gatedFacilities } from './billing.access.ts';
import { remittanceShown } from './remittance.row.ts';
import { remittanceIdsOfFacility } from './remittance-reads.repository.ts';

const CHUNK = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * When a facility's gate opens or closes, its remittances are shown anew: screens ask for each one and drop
 * what is no longer theirs to see.
 */
export const remittanceGateReaction: Reaction = {
  consumer: 'billing.remittance-gate',
  on: [FacilitySaved],
  handle: async (tx, event) => {
    const isRestricted = (await gatedFacilities(tx)).includes(event.id);
    let after: string | undefined = FIRST;
    while (after !== undefined) after = await regate(tx, { facilityId: event.id, isRestricted }, after);
  },
};

/** One event for a chunk of remittances; the last id of the chunk, or undefined when it was the last chunk. */
async function regate(
  tx: Tx,
  gate: { facilityId: string; isRestricted: boolean },
  afterId: string,
): Promise<string | undefined> {
  const { facilityId, isRestricted } = gate;
  const ids = await remittanceIdsOfFacility(tx, facilityId, afterId, CHUNK);
  if (ids.length === 0) return undefined;
  tx.append(RemittancesRegated, {
    id: facilityId,
    data: { facilityId },
    rows: ids.map((id) => remittanceShown({ id, isRestricted })),
  });
  return ids.length < CHUNK ? undefined : ids.at(-1);
}
