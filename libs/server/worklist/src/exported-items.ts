import type { WorkItem } from '@caseboard/contracts';
import type { ExportableList } from '@caseboard/server/kernel';
import { workItemsQuery } from './work-item.queries.ts';
import type { WorkItemsQuery } from './work-item.queries.ts';
import type { WorkItemsService } from './work-items.service.ts';

/** The list of items as a file: what its row shows, patients by initials as on the page. */
export const exportedItems = (items: WorkItemsService): ExportableList<WorkItemsQuery, WorkItem> => ({
  name: 'work-items',
  permission: 'worklist.item.read',
  query: workItemsQuery,
  columns: [
    { head: 'Item', value: (item) => item.number },
    { head: 'Queue', value: (item) => item.queueKey },
    { head: 'State', value: (item) => item.state },
    { head: 'Patient', value: (item) => item.patient },
    { head: 'Payer', value: (item) => item.payer },
    { head: 'Code', value: (item) => item.code },
    { head: 'Next act', value: (item) => item.needs },
    { head: 'Amount', value: (item) => item.amountCents, isCents: true },
    { head: 'Due', value: (item) => item.dueOn },
    { head: 'Due by rule', value: (item) => item.dueRule },
    { head: 'Score', value: (item) => item.priority },
    { head: 'Owner id', value: (item) => item.ownerId },
    { head: 'Opened', value: (item) => item.openedAt },
  ],
  page: (caller, query) => items.listItems(caller, query),
});
