export { CaseKinds, type CaseKind } from './case-kinds.ts';
export { ownerEntries } from './owner-timeline.rules.ts';
export { OwnershipService } from './ownership.service.ts';
export { ensureQueues } from './queues.repository.ts';
export { WorkItems } from './work-items.ts';
export type { ItemMove, NewWorkItem, WorkItemPatch, WorkItemRow } from './work-item.types.ts';
export { canSee, visibleSql, type Gated } from './worklist.access.ts';
export { WorklistModule } from './worklist.module.ts';
