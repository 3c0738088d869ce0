import 'reflect-metadata';
import { ConfigError, createLog, DatabaseSetupError, readConfig } from '@caseboard/server/kernel';
import type { Config, Log } from '@caseboard/server/kernel';
import { openDatabase } from './boot/open-database.ts';
import { runWeb } from './boot/run-web.ts';
import { runWorker } from './boot/run-worker.ts';
import { closeOnSignal } from './boot/shutdown.ts';
import { WorkerProcess } from './boot/worker-process.ts';
import type { HintMessage } from './boot/worker-process.ts';
import { loadSamples } from './seed/load-samples.ts';

/** `APP_ROLE=worker`: jobs and reactions only; hints come and go through the parent, when there is one. */
async function serveAsWorker(config: Config, log: Log): Promise<void> {
  const database = await openDatabase(config, log);
  const worker = await runWorker(config, log, database);
  closeOnSignal(log, [() => worker.close(), () => database.stop()]);
  if (!process.send) return;
  worker.hints.relayTo((orgId) => process.send?.({ hint: orgId } satisfies HintMessage));
  process.on('message', (message) => worker.hints.heard((message as HintMessage).hint));
}

/** `APP_ROLE=web` or `all`: serves pages and sockets; with `all` the worker is a child process. */
async function serve(config: Config, log: Log): Promise<void> {
  const database = await openDatabase(config, log);
  const web = await runWeb(config, log, database);
  const worker = config.role === 'all' ? new WorkerProcess(config, log, database, web.hints) : undefined;
  closeOnSignal(log, [() => web.close(), async () => worker?.stop(), () => database.stop()]);
  const lines = config.role === 'all' ? await loadSamples(web.app, config) : [];
  web.markReady();
  for (const line of lines) console.log(line);
  console.log(`Caseboard is ready at ${web.address}`);
}

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  await (config.role === 'worker' ? serveAsWorker(config, log) : serve(config, log));
} catch (error) {
  const isForPeople =
    error instanceof ConfigError ||
    error instanceof DatabaseSetupError ||
    (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(isForPeople ? `Caseboard did not start: ${(error as Error).message}` : error);
  process.exit(1);
}
