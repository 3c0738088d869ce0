import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, ReactionRunner, readConfig } from '@caseboard/server/kernel';
import type { Config } from '@caseboard/server/kernel';
import { testDatabase } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { runWeb } from '../../apps/api/src/boot/run-web.ts';
import type { WebNode } from '../../apps/api/src/boot/run-web.ts';
import { runWorker } from '../../apps/api/src/boot/run-worker.ts';
import type { WorkerNode } from '../../apps/api/src/boot/run-worker.ts';
import { loadSamples } from '../../apps/api/src/seed/load-samples.ts';
import { Visitor } from './visitor.ts';

export const PASSWORD = 'tests-only-password';

/** The whole server on a database of its own: a web node, a worker, the sample organisations. */
export interface Caseboard {
  address: string;
  database: TestDatabase;
  web: WebNode;
  worker: WorkerNode;
  config: Config;
  /** A person who signed in: `lead`, `biller2`, or `biller@harbor`. */
  as(login: string): Promise<Visitor>;
  /** Somebody without a session. */
  stranger(): Visitor;
  /** Waits until every reaction has taken effect. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts web and worker in this process on a copy of the migrated database; `samples` as in SAMPLES. */
export async function startCaseboard(
  samples: 'users' | 'small' = 'users',
  env: Record<string, string> = {},
): Promise<Caseboard> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'caseboard-'));
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
    SAMPLES: samples,
    SAMPLES_PASSWORD: PASSWORD,
    ...env,
  });
  const log = createLog('silent');
  const opened = { ...database, stop: async () => undefined };
  const web = await runWeb(config, log, opened);
  const worker = await runWorker(config, log, opened);
  const stopRelays = [
    web.hints.relayTo((org) => worker.hints.heard(org)),
    worker.hints.relayTo((org) => web.hints.heard(org)),
  ];
  await loadSamples(web.app, config);
  web.markReady();
  const organisations = async () => {
    const { Organisations } = await import('@caseboard/server/identity');
    return web.app.get(Organisations).all();
  };
  return {
    address: web.address,
    database,
    web,
    worker,
    config,
    as: (login) =>
      Visitor.signedIn(web.address, login.includes('@') ? `${login}.test` : `${login}@lakeside.test`, PASSWORD),
    stranger: () => new Visitor(web.address),
    settled: async () => {
      const runner = web.app.get(ReactionRunner);
      for (const { id } of await organisations()) {
        while (!(await runner.isSettled(id))) await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    close: async () => {
      stopRelays.forEach((stop) => stop());
      await web.close();
      await worker.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
