import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@caseboard/contracts';
import { AppError, notFound } from '@caseboard/server/kernel';
import type { Principal, Tx } from '@caseboard/server/kernel';
import { CaseKinds } from './case-kinds.ts';
import { ItemAnnouncer } from './item-announcer.ts';
import { refuseOwner, refuseRelease } from './ownership.rules.ts';
import type { OwnershipAsk } from './ownership.rules.ts';
import { personName } from './people.repository.ts';
import { asResource } from './work-item.row.ts';
import { findItem, pickNext, setOwner } from './work-items.repository.ts';
import type { ItemAct, WorkItemRow } from './work-item.types.ts';
import { canSee } from './worklist.access.ts';

/** One person's wish about one item's owner. */
export interface OwnerInput {
  principal: Principal;
  itemId: string;
  version: number;
}

/**
 * The commands on owners, each a function of a transaction and its input: the unit of work around them is
 * the caller's, so that several of a kind can share one commit (live-path 4).
 */
@Injectable()
export class OwnershipCommands {
  private readonly announcer: ItemAnnouncer;

  constructor(kinds: CaseKinds) {
    this.announcer = new ItemAnnouncer(kinds);
  }

  /** Gives the best free item of a queue to the person; undefined when there is none they may see. */
  async next(tx: Tx, input: { principal: Principal; queueId: string }): Promise<WorkItemRow | undefined> {
    const { userId, facilityIds } = input.principal;
    const after = await pickNext(tx, input.queueId, userId, facilityIds);
    if (!after) return undefined;
    const before = { ...after, ownerId: null, version: after.version - 1 };
    await this.announcer.announce(tx, [{ act: 'taken', before, after }]);
    return after;
  }

  /** The person takes an item. Throws `work-item/taken` with the holder, `request/stale`, `work-item/closed`. */
  async take(tx: Tx, input: OwnerInput): Promise<WorkItemRow> {
    return this.give(tx, input, input.principal.userId, 'taken');
  }

  /** A lead gives an item to somebody; who may get it is the caller's to check. Throws as `take`. */
  async assign(tx: Tx, input: OwnerInput & { ownerId: string }): Promise<WorkItemRow> {
    return this.give(tx, input, input.ownerId, 'assigned');
  }

  /** Nobody owns the item any more. Throws `work-item/not-yours`, `request/stale`, `work-item/closed`. */
  async release(tx: Tx, input: OwnerInput): Promise<WorkItemRow> {
    return this.setOwner(tx, input, null, 'released', (item) => refuseRelease(item, askOf(input)));
  }

  private async give(tx: Tx, input: OwnerInput, ownerId: string, act: ItemAct): Promise<WorkItemRow> {
    return this.setOwner(tx, input, ownerId, act, (item) => refuseOwner(item, ownerId, askOf(input)));
  }

  /** Checks, then writes only the version that was checked; whoever was faster is met by checking again. */
  private async setOwner(
    tx: Tx,
    input: OwnerInput,
    ownerId: string | null,
    act: ItemAct,
    refuse: (item: WorkItemRow) => ErrorCode | undefined,
  ): Promise<WorkItemRow> {
    const before = await requireItem(tx, input.principal, input.itemId);
    await throwIf(tx, refuse(before), before);
    if (before.ownerId === ownerId) return before;
    const after = await setOwner(tx, input.itemId, before.version, ownerId);
    if (!after) {
      const current = await requireItem(tx, input.principal, input.itemId);
      await throwIf(tx, refuse(current) ?? 'request/stale', current);
      throw new AppError('request/stale', { current: asResource(current) });
    }
    await this.announcer.announce(tx, [{ act, before, after }]);
    return after;
  }
}

/** An item the person may see; missing and invisible look the same. */
export async function requireItem(tx: Tx, principal: Principal, id: string): Promise<WorkItemRow> {
  const item = await findItem(tx, id);
  if (!item || !canSee(principal, item)) throw notFound();
  return item;
}

const askOf = ({ principal, version }: OwnerInput): OwnershipAsk => ({
  askerId: principal.userId,
  canAssign: principal.permissions.has('worklist.item.assign'),
  version,
});

async function throwIf(tx: Tx, code: ErrorCode | undefined, item: WorkItemRow): Promise<void> {
  if (code === undefined) return;
  const holder =
    code === 'work-item/taken' && item.ownerId !== null
      ? { id: item.ownerId, name: await personName(tx, item.ownerId) }
      : undefined;
  throw new AppError(code, { current: asResource(item), ...(holder ? { holder } : {}) });
}
