import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Database, Jobs, keyFile, keysFolder } from '@caseboard/server/kernel';
import type { Clock, Config, KernelParts, Log } from '@caseboard/server/kernel';
import { LiveIoAdapter } from '@caseboard/server/realtime';
import { AppModule } from '../app.module.ts';
import { prepareHttp, servePages } from './http.ts';
import type { OpenedDatabase } from './open-database.ts';

const POOL = { web: 16, worker: 8 };

/** Connects what every process needs and builds the server around it; nothing listens yet. */
export async function createApp(
  config: Config,
  log: Log,
  database: Pick<OpenedDatabase, 'url'>,
  as: 'web' | 'worker',
  clock?: Clock,
): Promise<{ app: NestExpressApplication; parts: KernelParts }> {
  const jobs = new Jobs(database.url, { isWorker: as === 'worker', log });
  const [connected, fileKey] = await Promise.all([
    Database.connect(database.url, { poolSize: POOL[as], name: `caseboard ${as}` }),
    keyFile(keysFolder(config), 'files'),
    jobs.start(),
  ]);
  const parts: KernelParts = { config, log, database: connected, jobs, fileKey, ...(clock ? { clock } : {}) };
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(parts, as), {
    logger: ['error', 'fatal'],
    bodyParser: false,
    abortOnError: false,
  });
  if (as === 'web') {
    let port = config.port;
    app.getHttpServer().on('listening', () => {
      port = (app.getHttpServer().address() as { port: number }).port;
    });
    prepareHttp(app, config, log, () => port);
    servePages(app);
    app.useWebSocketAdapter(new LiveIoAdapter(app, () => port));
  }
  return { app, parts };
}

/** Ends a process's connections after its server closed. */
export async function closeParts(parts: KernelParts): Promise<void> {
  await parts.jobs.stop();
  await parts.database.close();
}
