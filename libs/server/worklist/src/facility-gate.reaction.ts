import { FacilitySaved, ItemsRegated } from '@caseboard/contracts';
import { effectOf } from '@caseboard/server/kernel';
import type { Reaction, Tx } from '@caseboard/server/kernel';
import type { CaseKinds } from './case-kinds.ts';
import { itemsOfFacility } from './facility-gate.repository.ts';
import { workItemRow } from './work-item.row.ts';
import type { ItemChange } from './work-item.types.ts';

const CHUNK = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * When a facility's gate opens or closes, its items and cases are shown anew: screens ask for each one and
 * drop what is no longer theirs to see.
 */
export const facilityGateReaction = (kinds: CaseKinds): Reaction => ({
  consumer: 'worklist.facility-gate',
  on: [FacilitySaved],
  handle: async (tx, event) => {
    let after: string | undefined = FIRST;
    while (after !== undefined) after = await regate(tx, kinds, event.id, after);
  },
});

/** One event for a chunk of items; the last id of the chunk, or undefined when it was the last chunk. */
async function regate(tx: Tx, kinds: CaseKinds, facilityId: string, afterId: string): Promise<string | undefined> {
  const items = await itemsOfFacility(tx, facilityId, afterId, CHUNK);
  if (items.length === 0) return undefined;
  const changes = items.map((item): ItemChange => ({ act: 'rescored', before: item, after: item }));
  const cases = [...(await kinds.effectsOf(tx, changes)).values()].flat();
  const rows = [...items.map((item) => effectOf(workItemRow, item, item)), ...cases];
  tx.append(ItemsRegated, { id: facilityId, data: { facilityId }, rows });
  return items.length < CHUNK ? undefined : items.at(-1)?.id;
}
