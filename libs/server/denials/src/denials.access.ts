import type { Principal, Tx } from '@caseboard/server/kernel';
import { canSee } from '@caseboard/server/worklist';
import { findCase } from './denial-cases.repository.ts';
import type { DenialCaseRow } from './denial-case.types.ts';

/** A case the person may see, by its id or a denial's; undefined when missing or not theirs to see. */
export async function visibleCase(tx: Tx, principal: Principal, id: string): Promise<DenialCaseRow | undefined> {
  const found = await findCase(tx, id);
  return found && canSee(principal, found) ? found : undefined;
}

/** May this person follow a case's own channel? */
export async function admitsToCase(tx: Tx, principal: Principal, caseId: string): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/.test(caseId)) return false;
  return (await visibleCase(tx, principal, caseId))?.id === caseId;
}
