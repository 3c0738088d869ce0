import { join } from 'node:path';
import { ChainerLoop, Clock, Hints, JobRegistry, keyFile, keysFolder, WorkerLoop } from '@caseboard/server/kernel';
import type { Config, Log } from '@caseboard/server/kernel';
import { Imports } from '@caseboard/server/records';
import { closeParts, createApp } from './create-app.ts';

export interface WorkerNode {
  hints: Hints;
  close(): Promise<void>;
}

/** Runs jobs, reactions, chores and, when the owner's address is known, the audit chain. Listens to nobody. */
export async function runWorker(
  config: Config,
  log: Log,
  database: { url: string; ownerUrl: string | undefined },
): Promise<WorkerNode> {
  const { app, parts } = await createApp(config, log, database, 'worker');
  await app.init();
  for (const [queue, handler] of app.get(JobRegistry).all()) await parts.jobs.work(queue, handler);
  const loop = app.get(WorkerLoop);
  loop.start();
  const chainer = await startChainer(config, log, database.ownerUrl, app.get(Clock));
  await app.get(Imports).resumeUnfinished();
  return {
    hints: app.get(Hints),
    close: async () => {
      await parts.jobs.stop();
      await loop.stop();
      await chainer?.stop();
      await app.close();
      await closeParts(parts);
    },
  };
}

async function startChainer(
  config: Config,
  log: Log,
  ownerUrl: string | undefined,
  clock: Clock,
): Promise<ChainerLoop | undefined> {
  if (!ownerUrl) {
    log.warn('DATABASE_OWNER_URL is not set: the audit chain is linked by another worker or not at all');
    return undefined;
  }
  const key = await keyFile(keysFolder(config), 'audit');
  const chainer = new ChainerLoop({ ownerUrl, folder: join(config.dataDir, 'audit'), key, clock, log });
  chainer.start();
  return chainer;
}
