import type { WorkItem } from '@caseboard/contracts';
import { channels } from '@caseboard/contracts';
import type { RowDefinition } from '@caseboard/server/kernel';
import { findItems } from './work-items.repository.ts';
import type { WorkItemRow } from './work-item.types.ts';

/** The resource of an item; a row has more than leaves the server. */
export const asResource = (row: WorkItemRow): WorkItem => ({
  id: row.id,
  number: row.number,
  queueId: row.queueId,
  queueKey: row.queueKey,
  subjectType: row.subjectType,
  subjectId: row.subjectId,
  state: row.state,
  ownerId: row.ownerId,
  priority: row.priority,
  priorityParts: row.priorityParts,
  dueOn: row.dueOn,
  dueRule: row.dueRule,
  code: row.code,
  needs: row.needs,
  patient: row.patient,
  payer: row.payer,
  amountCents: row.amountCents,
  openedAt: row.openedAt.toISOString(),
  version: row.version,
});

/** An item lives on its queue's channel and on its owner's until it is done. */
export const workItemRow: RowDefinition<WorkItemRow> = {
  kind: 'work-item',
  channelsOf: (row) =>
    row.state === 'done'
      ? []
      : [channels.queue(row.queueId), ...(row.ownerId === null ? [] : [channels.user(row.ownerId)])],
  isRestricted: (row) => row.isRestricted,
  project: async (tx, ids) => {
    const rows = await findItems(tx, ids);
    return new Map(
      rows.filter((row) => row.state !== 'done' && !row.isRestricted).map((row) => [row.id, asResource(row)]),
    );
  },
};
