import type { Tx } from '@caseboard/server/kernel';
import { announce } from './import.row.ts';
import { reviveImport } from './imports.repository.ts';

/** Queues a failed import again, to go on where it stopped; false when it has not failed. */
export async function revive(tx: Tx, importId: string): Promise<boolean> {
  const state = await reviveImport(tx, importId);
  if (state === undefined) return false;
  await tx.enqueue('imports', importId);
  announce(tx, importId, state);
  return true;
}
