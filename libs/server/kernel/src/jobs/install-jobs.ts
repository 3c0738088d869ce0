import { PgBoss } from 'pg-boss';
import { JOB_QUEUES } from './job-queues.ts';

/** Installs or upgrades the job queue's schema and queues, as the database owner. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: 'pgboss', supervise: false, schedule: false, max: 2 });
  await boss.start();
  try {
    for (const queue of JOB_QUEUES) {
      await boss.createQueue(queue, {
        retryLimit: 20,
        retryDelay: 2,
        retryBackoff: true,
        retryDelayMax: 60,
        expireInSeconds: 3600,
        heartbeatSeconds: 30,
      });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
