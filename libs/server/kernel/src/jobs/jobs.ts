import { PgBoss } from 'pg-boss';
import type { Log } from '../logging/logger.ts';
import type { JobHandler } from './job-registry.ts';
import type { JobPayload, JobQueue } from './job-queues.ts';
import type { JobSender, SqlExecutor } from './transactional-send.ts';

/** The job queue of this process, as the runtime role: its schema belongs to the owner and was installed before. */
export class Jobs implements JobSender {
  private readonly boss: PgBoss;
  private isStarted = false;

  constructor(url: string, options: { isWorker: boolean; log: Log }) {
    this.boss = new PgBoss({
      connectionString: url,
      schema: 'pgboss',
      migrate: false,
      createSchema: false,
      schedule: false,
      supervise: options.isWorker,
      max: 2,
    });
    this.boss.on('error', (error) => options.log.warn({ type: error.name }, 'the job queue will try again'));
  }

  async start(): Promise<void> {
    await this.boss.start();
    this.isStarted = true;
  }

  async send(queue: JobQueue, payload: JobPayload, through: SqlExecutor): Promise<void> {
    await this.boss.send(queue, payload, { singletonKey: payload.id, db: through });
  }

  /** Takes jobs of a queue one at a time; a handler that throws is tried again with back-off. */
  async work(queue: JobQueue, handler: JobHandler): Promise<void> {
    await this.boss.work<JobPayload>(queue, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async (jobs) => {
      for (const job of jobs) await handler(job.data, job.signal);
    });
  }

  async stop(): Promise<void> {
    if (this.isStarted) await this.boss.stop({ graceful: true, timeout: 10_000 });
    this.isStarted = false;
  }
}
