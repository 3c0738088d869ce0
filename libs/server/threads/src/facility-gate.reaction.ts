import { FacilitySaved, ThreadsRegated } from '@caseboard/contracts';
import type { Reaction, Tx } from '@caseboard/server/kernel';
import type { ThreadWriter } from './thread-writer.ts';
import { threadsOfFacility } from './threads.repository.ts';

const CHUNK = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** When a facility's gate opens or closes, screens ask for each of its threads anew and drop what is not theirs. */
export const facilityGateReaction = (writer: ThreadWriter): Reaction => ({
  consumer: 'threads.facility-gate',
  on: [FacilitySaved],
  handle: async (tx, event) => {
    let after: string | undefined = FIRST;
    while (after !== undefined) after = await regate(tx, writer, event.id, after);
  },
});

async function regate(tx: Tx, writer: ThreadWriter, facilityId: string, after: string): Promise<string | undefined> {
  const threads = await threadsOfFacility(tx, facilityId, after, CHUNK);
  if (threads.length === 0) return undefined;
  const rows = threads.map((thread) => writer.effect(thread, thread));
  tx.append(ThreadsRegated, { id: facilityId, data: { causeId: facilityId }, rows });
  return threads.length < CHUNK ? undefined : threads.at(-1)?.id;
}
