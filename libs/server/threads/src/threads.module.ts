import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '@caseboard/server/identity';
import { ChoreRegistry, Clock, LiveRegistry, ReactionRegistry, SearchRegistry } from '@caseboard/server/kernel';
import { facilityGateReaction } from './facility-gate.reaction.ts';
import { Mentions } from './mentions.ts';
import { QueriesController } from './queries.controller.ts';
import { Queries } from './queries.service.ts';
import { QueryKinds } from './query-kinds.ts';
import { ThreadFilesController } from './thread-files.controller.ts';
import { ThreadFiles } from './thread-files.service.ts';
import { ThreadReads } from './thread-reads.service.ts';
import { threadSearcher } from './thread-searcher.ts';
import { ThreadSubjects } from './thread-subjects.ts';
import { ThreadWriter } from './thread-writer.ts';
import { ThreadRows } from './thread.rows.ts';
import { ThreadsController } from './threads.controller.ts';
import { Threads } from './threads.service.ts';

/** Conversations bound to cases, and questions to physicians. Knows no module whose cases it holds. */
@Module({
  imports: [IdentityModule],
  controllers: [ThreadsController, QueriesController, ThreadFilesController],
  providers: [
    Mentions,
    Queries,
    QueryKinds,
    ThreadFiles,
    ThreadReads,
    ThreadRows,
    ThreadSubjects,
    ThreadWriter,
    Threads,
  ],
  exports: [Queries, QueryKinds, ThreadSubjects, Threads],
})
export class ThreadsModule implements OnModuleInit {
  constructor(
    private readonly live: LiveRegistry,
    private readonly reactions: ReactionRegistry,
    private readonly chores: ChoreRegistry,
    private readonly search: SearchRegistry,
    private readonly clock: Clock,
    private readonly subjects: ThreadSubjects,
    private readonly rows: ThreadRows,
    private readonly reads: ThreadReads,
    private readonly files: ThreadFiles,
    private readonly writer: ThreadWriter,
  ) {}

  onModuleInit(): void {
    this.live.registerRow(this.rows.thread);
    this.live.registerRow(this.rows.message);
    this.live.registerChannel({
      prefix: 'thread',
      audience: 'thread',
      permission: 'threads.thread.read',
      admits: (tx, principal, id) => this.reads.admits(tx, principal, id),
    });
    this.reactions.register(facilityGateReaction(this.writer));
    this.search.register(threadSearcher(this.subjects));
    this.chores.register({
      name: 'threads.loose-files',
      everyMs: 3_600_000,
      run: (orgId) => this.files.dropLoose(orgId, this.clock.now()),
    });
  }
}
