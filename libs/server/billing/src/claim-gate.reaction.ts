import { ClaimsRegated, FacilitySaved } from '@caseboard/contracts';
import type { Reaction, Tx } from '@caseboard/server/kernel';
import { gatedFacilities } from './billing.access.ts';
import { claimShown } from './claim.row.ts';
import { claimIdsOfFacility } from './claim-reads.repository.ts';

/** Two channels a claim. */
const CHUNK = 400;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** When a facility's gate opens or closes, its claims are shown anew: screens drop what is no longer theirs to see. */
export const claimGateReaction: Reaction = {
  consumer: 'billing.claim-gate',
  on: [FacilitySaved],
  handle: async (tx, event) => {
    const isRestricted = (await gatedFacilities(tx)).includes(event.id);
    let after: string | undefined = FIRST;
    while (after !== undefined) after = await regate(tx, { facilityId: event.id, isRestricted }, after);
  },
};

/** One event for a chunk of claims; the last id of the chunk, or undefined when it was the last chunk. */
async function regate(
  tx: Tx,
  { facilityId, isRestricted }: { facilityId: string; isRestricted: boolean },
  afterId: string,
): Promise<string | undefined> {
  const ids = await claimIdsOfFacility(tx, facilityId, afterId, CHUNK);
  if (ids.length === 0) return undefined;
  const rows = ids.map((id) => claimShown({ id, isRestricted }));
  tx.append(ClaimsRegated, { id: facilityId, data: { facilityId }, rows });
  return ids.length < CHUNK ? undefined : ids.at(-1);
}
