import type { NestExpressApplication } from '@nestjs/platform-express';
import { Hints, Readiness } from '@caseboard/server/kernel';
import type { Config, Log } from '@caseboard/server/kernel';
import { closeParts, createApp } from './create-app.ts';
import type { OpenedDatabase } from './open-database.ts';

export interface WebNode {
  app: NestExpressApplication;
  /** `http://host:port` as bound. */
  address: string;
  hints: Hints;
  markReady(): void;
  close(): Promise<void>;
}

/** Serves HTTP and sockets. It is not ready until told: samples may still be on their way in. */
export async function runWeb(config: Config, log: Log, database: OpenedDatabase): Promise<WebNode> {
  const { app, parts } = await createApp(config, log, database, 'web');
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as { port: number };
  const readiness = app.get(Readiness);
  return {
    app,
    address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    hints: app.get(Hints),
    markReady: () => {
      readiness.isReady = true;
    },
    close: async () => {
      readiness.isReady = false;
      await app.close();
      await closeParts(parts);
    },
  };
}
