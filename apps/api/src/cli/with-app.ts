import { mkdir } from 'node:fs/promises';
import { createLog, findRunningPostgres, prepareDatabase, readConfig } from '@caseboard/server/kernel';
import type { Config, Log } from '@caseboard/server/kernel';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { closeParts, createApp } from '../boot/create-app.ts';
import { openDatabase } from '../boot/open-database.ts';
import type { OpenedDatabase } from '../boot/open-database.ts';

/** What a command works with. */
export interface CommandContext {
  config: Config;
  log: Log;
  database: OpenedDatabase;
}

/** Opens the database of DATA_DIR (a running server's, when there is one) or the external one for one command. */
export async function withDatabase<R>(use: (context: CommandContext) => Promise<R>): Promise<R> {
  const config = readConfig(process.env);
  const log = createLog('warn');
  await mkdir(config.dataDir, { recursive: true });
  const database = (await besideServer(config)) ?? (await openDatabase({ ...config, role: 'all' }, log));
  try {
    return await use({ config, log, database });
  } finally {
    await database.stop();
  }
}

/** The database of a server that runs on the same data folder; undefined when none does. */
async function besideServer(config: Config): Promise<OpenedDatabase | undefined> {
  const adminUrl = config.database ? undefined : await findRunningPostgres(config.dataDir);
  if (!adminUrl) return undefined;
  const urls = await prepareDatabase(adminUrl, { database: 'caseboard', dataDir: config.dataDir });
  return { ...urls, stop: async () => undefined };
}

/** As `withDatabase`, with the server's modules around it; nothing listens. */
export async function withApp<R>(
  use: (app: NestExpressApplication, context: CommandContext) => Promise<R>,
): Promise<R> {
  return withDatabase(async (context) => {
    const { app, parts } = await createApp(context.config, context.log, context.database, 'worker');
    await app.init();
    try {
      return await use(app, context);
    } finally {
      await app.close();
      await closeParts(parts);
    }
  });
}

/** One line for people, or one JSON object with `--json`. */
export function report(isJson: boolean | undefined, data: Record<string, unknown>, words: string): void {
  console.log(isJson ? JSON.stringify(data) : words);
}
