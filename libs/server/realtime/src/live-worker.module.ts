import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ChoreRegistry } from '@caseboard/server/kernel';
import { HintRelayModule } from './hint-relay.module.ts';
import { LogRetention } from './log-retention.ts';

/** The live path's part on workers: their commits are heard of on web nodes, and the log is kept to seven days. */
@Module({ imports: [HintRelayModule], providers: [LogRetention] })
export class LiveWorkerModule implements OnModuleInit {
  private readonly chores: ChoreRegistry;
  private readonly retention: LogRetention;

  constructor(chores: ChoreRegistry, retention: LogRetention) {
    this.chores = chores;
    this.retention = retention;
  }

  onModuleInit(): void {
    this.chores.register(this.retention.chore());
  }
}
