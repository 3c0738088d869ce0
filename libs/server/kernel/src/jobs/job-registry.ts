import { Injectable } from '@nestjs/common';
import type { JobPayload, JobQueue } from './job-queues.ts';

/** Does one job. Runs again after a crash: it resumes from its own cursor and does nothing twice. */
export type JobHandler = (payload: JobPayload, signal: AbortSignal) => Promise<void>;

/** Where modules register the handlers of slow work; only workers run them. */
@Injectable()
export class JobRegistry {
  private readonly handlers = new Map<JobQueue, JobHandler>();

  register(queue: JobQueue, handler: JobHandler): void {
    this.handlers.set(queue, handler);
  }

  all(): ReadonlyMap<JobQueue, JobHandler> {
    return this.handlers;
  }
}
