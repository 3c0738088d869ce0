import { Injectable } from '@nestjs/common';
import { dayIn } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { CaseKinds } from './case-kinds.ts';
import { ItemAnnouncer } from './item-announcer.ts';
import { movesOf } from './item-moves.repository.ts';
import { actOf, isChanged, patched } from './item-patch.rules.ts';
import { priorityOf } from './priority.rules.ts';
import type { PriorityInput } from './priority.rules.ts';
import { queueIds } from './queues.repository.ts';
import { timeZoneOf } from './rescores.repository.ts';
import { insertItems, itemsOfSubjects, rewriteItems } from './work-items.repository.ts';
import type { ItemChange, ItemMove, NewWorkItem, WorkItemPatch, WorkItemRow } from './work-item.types.ts';

/** What modules that own cases ask of the worklist. Everything happens in the caller's transaction. */
@Injectable()
export class WorkItems {
  private readonly announcer: ItemAnnouncer;

  constructor(kinds: CaseKinds) {
    this.announcer = new ItemAnnouncer(kinds);
  }

  /** Makes a case work; throws when the case already has an item or the queue is missing. */
  async open(tx: Tx, item: NewWorkItem): Promise<WorkItemRow> {
    const [row] = await this.openMany(tx, [item]);
    if (!row) throw new Error('The item was not written.');
    return row;
  }

  /** Makes many cases work with a fixed number of statements; rows come back in the order given. */
  async openMany(tx: Tx, items: readonly NewWorkItem[]): Promise<WorkItemRow[]> {
    if (items.length === 0) return [];
    const [timeZone, queues] = [await timeZoneOf(tx), await queueIds(tx)];
    const inserts = items.map((item) => {
      const queueId = queues.get(item.queueKey);
      if (queueId === undefined) throw new Error(`The organisation has no queue ${item.queueKey}.`);
      return {
        id: uuidv7(),
        queueId,
        item,
        priority: priorityOf(
          inputOf({ ...item, waitedDays: 0, waitingSince: null }, timeZone),
          dayIn(timeZone, tx.now),
        ),
      };
    });
    const byId = new Map((await insertItems(tx, inserts, timeZone)).map((row) => [row.id, row]));
    const rows = inserts.flatMap(({ id }) => byId.get(id) ?? []);
    await this.announcer.announce(
      tx,
      rows.map((after) => ({ act: 'opened', after })),
    );
    return rows;
  }

  /** Changes the item of a case; undefined when the case has none. A patch that says nothing new changes nothing. */
  async change(
    tx: Tx,
    subjectType: string,
    subjectId: string,
    patch: WorkItemPatch,
    reason?: string,
  ): Promise<WorkItemRow | undefined> {
    return (await this.changeMany(tx, subjectType, new Map([[subjectId, patch]]), reason)).get(subjectId);
  }

  /** Changes the items of many cases of one type with a fixed number of statements. */
  async changeMany(
    tx: Tx,
    subjectType: string,
    patches: ReadonlyMap<string, WorkItemPatch>,
    reason?: string,
  ): Promise<Map<string, WorkItemRow>> {
    const held = await itemsOfSubjects(tx, subjectType, [...patches.keys()], true);
    const today = dayIn(await timeZoneOf(tx), tx.now);
    const wanted = held.map((before) => ({
      before,
      after: patched(before, patches.get(before.subjectId) ?? {}, today),
    }));
    const written = await this.rewrite(
      tx,
      wanted.filter(({ before, after }) => isChanged(before, after)),
      reason,
    );
    return new Map(held.map((before) => [before.subjectId, written.get(before.id) ?? before]));
  }

  /** Writes items this transaction holds, counts their priority anew and says so; results by item id. */
  async rewrite(
    tx: Tx,
    wanted: readonly { before: WorkItemRow; after: WorkItemRow }[],
    reason?: string,
  ): Promise<Map<string, WorkItemRow>> {
    if (wanted.length === 0) return new Map();
    const timeZone = await timeZoneOf(tx);
    const today = dayIn(timeZone, tx.now);
    const rewrites = wanted.map(({ after }) => ({ row: after, priority: priorityOf(inputOf(after, timeZone), today) }));
    const written = new Map((await rewriteItems(tx, rewrites, timeZone)).map((row) => [row.id, row]));
    const changes = wanted.flatMap(({ before }): ItemChange[] => {
      const after = written.get(before.id);
      return after ? [{ act: actOf(before.state, after.state), before, after }] : [];
    });
    await this.announcer.announce(tx, changes, reason);
    return written;
  }

  /**
   * Holds the item of a case until the transaction ends. Whoever changes a case holds its item first: taking an
   * item also writes the case, and the one order keeps the two from waiting for each other.
   */
  async hold(tx: Tx, subjectType: string, subjectIds: readonly string[]): Promise<void> {
    await itemsOfSubjects(tx, subjectType, subjectIds, true);
  }

  /** Items of cases by case id. */
  async itemsOf(tx: Tx, subjectType: string, subjectIds: readonly string[]): Promise<Map<string, WorkItemRow>> {
    const rows = await itemsOfSubjects(tx, subjectType, subjectIds);
    return new Map(rows.map((row) => [row.subjectId, row]));
  }

  /** Who took, got, released, paused or finished an item, oldest first. */
  async historyOf(tx: Tx, itemId: string): Promise<ItemMove[]> {
    return movesOf(tx, itemId);
  }
}

type Scored = Pick<WorkItemRow, 'dueOn' | 'amountCents' | 'openedAt' | 'waitedDays' | 'waitingSince'>;

const inputOf = ({ openedAt, ...rest }: Scored, timeZone: string): PriorityInput => ({
  ...rest,
  openedOn: dayIn(timeZone, openedAt),
});
