import type { ErrorCode } from '@caseboard/contracts';
import type { WorkItemRow } from './work-item.types.ts';

/** Who wants to change the owner of which version. */
export interface OwnershipAsk {
  askerId: string;
  /** Holds `worklist.item.assign`: may give items to others and take them away. */
  canAssign: boolean;
  /** Version the person saw. */
  version: number;
}

/**
 * Why an item cannot go to this person now; undefined when it can. Somebody else holding it is said before
 * staleness: "who has it" is what the loser of a race needs. A lead who saw the holder may reassign.
 */
export function refuseOwner(item: WorkItemRow, ownerId: string, ask: OwnershipAsk): ErrorCode | undefined {
  const isStale = item.version !== ask.version;
  if (item.state === 'done') return 'work-item/closed';
  if (item.ownerId !== null && item.ownerId !== ownerId && (isStale || !ask.canAssign)) return 'work-item/taken';
  return isStale ? 'request/stale' : undefined;
}

/** Why an item cannot be released now; only its holder or a lead may. */
export function refuseRelease(item: WorkItemRow, ask: OwnershipAsk): ErrorCode | undefined {
  if (item.state === 'done') return 'work-item/closed';
  if (item.version !== ask.version) return 'request/stale';
  const isHolder = item.ownerId === ask.askerId;
  return item.ownerId !== null && (isHolder || ask.canAssign) ? undefined : 'work-item/not-yours';
}
