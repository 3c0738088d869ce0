import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, prepareDatabase, startEmbeddedPostgres } from '@caseboard/server/kernel';

/** A fresh, migrated database to measure on. */
export interface BenchDatabase {
  /** Runtime role. */
  databaseUrl: string;
  ownerUrl: string;
}

/** Starts a PostgreSQL of its own for the length of `use`, unless one is given. */
export async function withBenchDatabase<R>(
  given: BenchDatabase | undefined,
  use: (on: BenchDatabase) => Promise<R>,
): Promise<R> {
  if (given) return use(given);
  const dataDir = await mkdtemp(join(tmpdir(), 'caseboard-bench-'));
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  try {
    const { url, ownerUrl } = await prepareDatabase(server.adminUrl, { database: 'bench', dataDir });
    await migrate(ownerUrl);
    return await use({ databaseUrl: url, ownerUrl });
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
