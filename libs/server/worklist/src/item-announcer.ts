import {
  channels,
  ItemAssigned,
  ItemDone,
  ItemOpened,
  ItemReleased,
  ItemReopened,
  ItemRescored,
  ItemResumed,
  ItemTaken,
  ItemWaiting,
} from '@caseboard/contracts';
import { effectOf } from '@caseboard/server/kernel';
import type { Append, RowEffect, Tx } from '@caseboard/server/kernel';
import type { CaseKinds } from './case-kinds.ts';
import { recordMoves } from './item-moves.repository.ts';
import type { ItemChange, WorkItemRow } from './work-item.types.ts';
import { workItemRow } from './work-item.row.ts';

const PLAIN_EVENTS = {
  opened: ItemOpened,
  rescored: ItemRescored,
  waiting: ItemWaiting,
  resumed: ItemResumed,
  done: ItemDone,
  reopened: ItemReopened,
} as const;

/** Says what happened to items: counters, history, the cases' own rows, and one event each. */
export class ItemAnnouncer {
  private readonly kinds: CaseKinds;

  constructor(kinds: CaseKinds) {
    this.kinds = kinds;
  }

  /** Call it once the items are written. */
  async announce(tx: Tx, changes: readonly ItemChange[], reason?: string): Promise<void> {
    if (changes.length === 0) return;
    await recordMoves(tx, changes, reason);
    const caseEffects = await this.kinds.effectsOf(tx, changes);
    for (const change of changes) {
      countItem(tx, change.before, -1);
      countItem(tx, change.after, 1);
      const rows = [
        effectOf(workItemRow, change.before, change.after, reason),
        ...(caseEffects.get(change.after.subjectId) ?? []),
      ];
      appendAct(tx, change, rows, reason);
    }
  }
}

/** An item that is not done counts in its queue and for its owner. */
function countItem(tx: Tx, item: WorkItemRow | undefined, sign: 1 | -1): void {
  if (!item || item.state === 'done') return;
  const change = { count: sign, cents: sign * item.amountCents };
  tx.count(channels.queueCounts(), item.queueId, change);
  if (item.ownerId !== null) tx.count(channels.user(item.ownerId), `queue:${item.queueId}`, change);
}

function appendAct(tx: Tx, { act, before, after }: ItemChange, rows: RowEffect[], reason?: string): void {
  const about = { itemId: after.id, queueId: after.queueId };
  const what = { id: after.id, rows, ...(reason === undefined ? {} : { reason }) } satisfies Partial<
    Append<typeof ItemOpened>
  >;
  const previousOwnerId = before?.ownerId ?? null;
  if (act === 'taken') return tx.append(ItemTaken, { ...what, data: { ...about, ownerId: requireOwner(after) } });
  if (act === 'assigned')
    return tx.append(ItemAssigned, { ...what, data: { ...about, ownerId: requireOwner(after), previousOwnerId } });
  if (act === 'released') return tx.append(ItemReleased, { ...what, data: { ...about, previousOwnerId } });
  tx.append(PLAIN_EVENTS[act], { ...what, data: about });
}

function requireOwner(item: WorkItemRow): string {
  if (item.ownerId === null) throw new Error('An item that was given out has an owner.');
  return item.ownerId;
}
