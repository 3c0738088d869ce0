import { Injectable } from '@nestjs/common';
import type { Page, Queue, WorkItem } from '@caseboard/contracts';
import { decodeCursor, pageFrom, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { requireItem } from './ownership.commands.ts';
import { queueIds, queuesFor } from './queues.repository.ts';
import { listItems } from './work-item-list.repository.ts';
import type { WorkItemsQuery } from './work-item.queries.ts';
import { asResource } from './work-item.row.ts';

const DEFAULT_PAGE = 50;

/** Reading queues and items as one person may see them. */
@Injectable()
export class WorkItemsService {
  constructor(private readonly uow: UnitOfWork) {}

  async listQueues(caller: Caller): Promise<{ items: Queue[]; nextCursor: null; asOf: number }> {
    return this.uow.read(caller, { action: 'worklist.queue.read', kind: 'queue' }, async (tx) => ({
      items: await queuesFor(tx, caller.principal.userId),
      nextCursor: null,
      asOf: await tx.head(),
    }));
  }

  async listItems(caller: Caller, query: WorkItemsQuery): Promise<Page<WorkItem>> {
    const { limit = DEFAULT_PAGE, cursor, queue, state, dueBy, sort = '-priority' } = query;
    const owner = query.owner === 'me' ? caller.principal.userId : (query.owner ?? 'any');
    const filters = { list: 'work-items', queue, state, owner, dueBy, sort };
    const [key, id] = decodeCursor(cursor, filters) ?? [];
    const audit = { action: 'worklist.item.read', kind: 'work-item', details: { queue, state, owner } };
    return this.uow.read(caller, audit, async (tx) => {
      const queues = await queueIds(tx);
      const queueId = queue === undefined ? undefined : queues.get(queue);
      const rows = await listItems(tx, {
        queueIds: queueId === undefined ? [...queues.values()] : [queueId],
        states: state === undefined ? ['open', 'waiting'] : [state],
        owner,
        dueBy: dueBy ?? null,
        sort,
        facilityIds: caller.principal.facilityIds,
        after: key === undefined ? undefined : { key: String(key), id: String(id) },
        limit: limit + 1,
      });
      const page = pageFrom(
        rows,
        limit,
        filters,
        ({ sortKey, row }) => [sortKey, row.id],
        ({ row }) => asResource(row),
      );
      return { ...page, asOf: await tx.head() };
    });
  }

  /** Throws `request/not-found` for an item that is not there or not theirs to see. */
  async getItem(caller: Caller, id: string): Promise<WorkItem> {
    return this.uow.read(caller, { action: 'worklist.item.read', kind: 'work-item', id }, async (tx) =>
      asResource(await requireItem(tx, caller.principal, id)),
    );
  }
}
