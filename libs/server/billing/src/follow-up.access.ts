import type { Principal, Tx } from '@caseboard/server/kernel';
import { canSee } from '@caseboard/server/worklist';
import { findFollowUps } from './follow-up-cases.repository.ts';
import type { FollowUpRow } from './follow-up.types.ts';

/** A case the person may see; undefined when missing or not theirs to see. */
export async function visibleFollowUp(tx: Tx, principal: Principal, id: string): Promise<FollowUpRow | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const [found] = await findFollowUps(tx, [id]);
  return found && canSee(principal, found) ? found : undefined;
}
