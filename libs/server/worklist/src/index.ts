export { CaseKinds } from './case-kinds.ts';
export { copyingKind, ITEM_COPIES, itemCopies } from './item-copies.ts';
export { ownerEntries } from './owner-timeline.rules.ts';
export { OwnershipService } from './ownership.service.ts';
export { ensureQueues } from './queues.repository.ts';
export { WorkItems } from './work-items.ts';
export type { ItemChange, ItemMove, NewWorkItem, WorkItemPatch, WorkItemRow } from './work-item.types.ts';
export { canSee, visibleSql, type Gated } from './worklist.access.ts';
export { WorklistModule } from './worklist.module.ts';
