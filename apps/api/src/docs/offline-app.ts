import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLog, Database, Jobs, readConfig } from '@caseboard/server/kernel';
import { AppModule } from '../app.module.ts';

/** The server's modules without a database: enough to read what they declare, not to ask them anything. */
export async function offlineApp(): Promise<INestApplication> {
  const log = createLog('silent');
  const nowhere = 'postgres://nobody@127.0.0.1:1/nothing';
  return NestFactory.create(
    AppModule.forRoot(
      {
        config: readConfig({}),
        log,
        database: Object.create(Database.prototype) as Database,
        jobs: new Jobs(nowhere, { isWorker: false, log }),
        fileKey: Buffer.alloc(32),
      },
      'web',
    ),
    { logger: false, abortOnError: false },
  );
}
