import { Injectable } from '@nestjs/common';
import { permissionsOf } from '@caseboard/contracts';
import type { QueueKey, WorkItem } from '@caseboard/contracts';
import { People } from '@caseboard/server/identity';
import { AppError, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { OwnershipCommands, requireItem } from './ownership.commands.ts';
import { isAssignedTo } from './people.repository.ts';
import { becauseOf } from './priority.rules.ts';
import { findQueue } from './queues.repository.ts';
import { asResource } from './work-item.row.ts';

/** Taking, giving and releasing items on behalf of a signed-in person. */
@Injectable()
export class OwnershipService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly commands: OwnershipCommands,
    private readonly people: People,
  ) {}

  /** The person's next item and why it was chosen; null when the queue has none free. */
  async next(caller: Caller, key: QueueKey): Promise<(WorkItem & { because: string; asOf: number }) | null> {
    return this.uow.command(caller, { action: 'worklist.item.next', kind: 'work-item' }, async (tx) => {
      const queue = await findQueue(tx, key);
      if (!queue) throw notFound();
      const asOf = await tx.head();
      const item = await this.commands.next(tx, { principal: caller.principal, queueId: queue.id });
      if (!item) return null;
      tx.about(item.id);
      return { ...asResource(item), because: becauseOf(queue.name, item.priority, item.priorityParts), asOf };
    });
  }

  /** Sets the owner: oneself, or by a lead anybody who may work the item. Throws as `OwnershipCommands`. */
  async putOwner(caller: Caller, itemId: string, userId: string): Promise<WorkItem> {
    const isSelf = userId === caller.principal.userId;
    const action = isSelf ? 'worklist.item.take' : 'worklist.item.assign';
    return this.uow.command(caller, { action, kind: 'work-item', id: itemId }, async (tx) => {
      const input = { principal: caller.principal, itemId, version: caller.ifMatch ?? 0 };
      if (isSelf) return asResource(await this.commands.take(tx, input));
      if (!caller.principal.permissions.has('worklist.item.assign')) throw new AppError('access/forbidden');
      await this.requireWorker(tx, caller, itemId, userId);
      return asResource(await this.commands.assign(tx, { ...input, ownerId: userId }));
    });
  }

  /** Releases an item its holder or a lead no longer wants held. */
  async releaseOwner(caller: Caller, itemId: string): Promise<WorkItem> {
    return this.uow.command(caller, { action: 'worklist.item.release', kind: 'work-item', id: itemId }, async (tx) =>
      asResource(
        await this.commands.release(tx, { principal: caller.principal, itemId, version: caller.ifMatch ?? 0 }),
      ),
    );
  }

  /** Whoever gets an item is active, does this kind of work, and may see the item. */
  private async requireWorker(tx: Tx, caller: Caller, itemId: string, userId: string): Promise<void> {
    const person = await this.people.requireColleague(tx, userId);
    const item = await requireItem(tx, caller.principal, itemId);
    const mayWork = person.isActive && permissionsOf(person.roles).has('worklist.item.take');
    const maySee =
      !item.isRestricted || (item.facilityId !== null && (await isAssignedTo(tx, userId, item.facilityId)));
    if (!mayWork || !maySee) throw new AppError('work-item/unknown-person');
  }
}
