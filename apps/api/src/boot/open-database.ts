import { Client } from 'pg';
import {
  assertRuntimeRole,
  ConfigError,
  migrate,
  prepareDatabase,
  rolesOf,
  startEmbeddedPostgres,
} from '@caseboard/server/kernel';
import type { Config, Log } from '@caseboard/server/kernel';

/** Addresses of the database this process works with. */
export interface OpenedDatabase {
  url: string;
  ownerUrl: string | undefined;
  backupUrl: string | undefined;
  /** Stops the embedded server; nothing to stop for an external one. */
  stop(): Promise<void>;
}

/**
 * Brings up the embedded PostgreSQL or takes the external one, migrates it when the owner's address is
 * known, and refuses a runtime role that could pass row-level security.
 */
export async function openDatabase(config: Config, log: Log): Promise<OpenedDatabase> {
  const opened = config.database ? external(config.database) : await embedded(config, log);
  if (opened.ownerUrl) await migrate(opened.ownerUrl, rolesOf(opened));
  await checkRuntimeRole(opened.url);
  return opened;
}

async function embedded(config: Config, log: Log): Promise<OpenedDatabase> {
  if (config.role === 'worker')
    throw new ConfigError('A worker of its own needs DATABASE_URL: the embedded database serves one process.');
  const server = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    log: (line) => log.info({ part: 'postgres' }, line),
  });
  const urls = await prepareDatabase(server.adminUrl, { database: 'caseboard', dataDir: config.dataDir });
  return { ...urls, stop: () => server.stop() };
}

const external = (database: NonNullable<Config['database']>): OpenedDatabase => ({
  ...database,
  stop: async () => undefined,
});

async function checkRuntimeRole(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await assertRuntimeRole(client);
  } finally {
    await client.end();
  }
}
