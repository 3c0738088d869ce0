export { QueryKinds } from './query-kinds.ts';
export type { QueryKind, QueryRecipient } from './query-kinds.ts';
export { ThreadSubjects } from './thread-subjects.ts';
export type { ThreadSubject } from './thread-subjects.ts';
export { ThreadsModule } from './threads.module.ts';
export { Threads } from './threads.service.ts';
export { Queries } from './queries.service.ts';
