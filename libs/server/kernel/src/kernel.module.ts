import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { PermissionGuard } from './access/permission.guard.ts';
import { Clock } from './clock/clock.ts';
import type { Config } from './config/config.ts';
import { Database } from './database/database.ts';
import { UnitOfWork } from './database/unit-of-work.ts';
import { ProblemFilter } from './errors/problem.filter.ts';
import { counterRow } from './events/counter.row.ts';
import { Hints } from './events/hints.ts';
import { LiveRegistry } from './events/live-registry.ts';
import { ReactionRunner } from './events/reaction-runner.ts';
import { ReactionRegistry } from './events/reactions.ts';
import { ExportRegistry } from './exports/export-registry.ts';
import { ExportsController } from './exports/exports.controller.ts';
import { Exports } from './exports/exports.service.ts';
import { FileCipher } from './files/file-cipher.ts';
import { FileStore } from './files/file-store.ts';
import { HealthController } from './health/health.controller.ts';
import { Readiness } from './health/readiness.ts';
import { ReplyInterceptor } from './http/reply.interceptor.ts';
import { JobRegistry } from './jobs/job-registry.ts';
import { JOB_SENDER } from './jobs/job-sender.ts';
import type { Jobs } from './jobs/jobs.ts';
import { CONFIG, LOG } from './logging/logger.ts';
import type { Log } from './logging/logger.ts';
import { SearchRegistry } from './search/search-registry.ts';
import { SearchController } from './search/search.controller.ts';
import { SearchService } from './search/search.service.ts';
import { CodeWords } from './words/code-words.ts';
import { ChoreRegistry } from './worker/chores.ts';
import { forgetOldKeys } from './worker/kernel-chores.ts';
import { WorkerLoop } from './worker/worker-loop.ts';

/** What has to exist before Nest starts: connections and keys. */
export interface KernelParts {
  config: Config;
  log: Log;
  database: Database;
  jobs: Jobs;
  fileKey: Buffer;
  clock?: Clock;
}

/** The floor of the server: one door to the database, one guard, one error shape, for every module. */
@Global()
@Module({})
export class KernelModule {
  constructor(registry: LiveRegistry, chores: ChoreRegistry, uow: UnitOfWork) {
    registry.registerRow(counterRow);
    chores.register(forgetOldKeys(uow));
  }

  static forRoot(parts: KernelParts): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: parts.config },
      { provide: LOG, useValue: parts.log },
      { provide: Database, useValue: parts.database },
      { provide: JOB_SENDER, useValue: parts.jobs },
      { provide: FileCipher, useValue: new FileCipher(parts.fileKey) },
      { provide: Clock, useValue: parts.clock ?? new Clock() },
      Hints,
      UnitOfWork,
      LiveRegistry,
      ReactionRegistry,
      ReactionRunner,
      JobRegistry,
      ChoreRegistry,
      WorkerLoop,
      FileStore,
      Readiness,
      SearchRegistry,
      ExportRegistry,
      SearchService,
      CodeWords,
      Exports,
    ];
    return {
      module: KernelModule,
      controllers: [HealthController, SearchController, ExportsController],
      providers: [
        ...providers,
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: providers,
    };
  }
}
