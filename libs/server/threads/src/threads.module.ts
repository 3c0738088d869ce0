import { Module } from '@nestjs/common';
import { IdentityModule } from '@caseboard/server/identity';
import { QueryKinds } from './query-kinds.ts';
import { ThreadSubjects } from './thread-subjects.ts';

/** Conversations bound to cases, and questions to physicians. Knows no module whose cases it holds. */
@Module({
  imports: [IdentityModule],
  providers: [QueryKinds, ThreadSubjects],
  exports: [QueryKinds, ThreadSubjects],
})
export class ThreadsModule {}
