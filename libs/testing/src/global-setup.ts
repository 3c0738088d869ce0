import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
// By path: Jest loads this file without the module names of the workspace.
import { startEmbeddedPostgres } from '../../server/kernel/src/embedded-postgres/embedded-postgres.ts';
import { prepareDatabase } from '../../server/kernel/src/embedded-postgres/prepare-database.ts';
import { type DatabaseHandover, handOver } from './database-handover.ts';
import { keepForTeardown } from './running-server.ts';
import { makeTemplate } from './template-database.ts';

/**
 * One PostgreSQL and one migrated template for the whole run: the server that DATABASE_URL,
 * DATABASE_OWNER_URL and DATABASE_BACKUP_URL name (its owner must be allowed to create databases),
 * else the embedded one on a temporary folder.
 */
export default async function globalSetup(): Promise<void> {
  const handover = givenServer() ?? (await embeddedServer());
  await makeTemplate(handover);
  handOver(handover);
}

function givenServer(): DatabaseHandover | undefined {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATABASE_BACKUP_URL: backupUrl } = process.env;
  if (!url && !ownerUrl && !backupUrl) return undefined;
  if (!url || !ownerUrl || !backupUrl) {
    throw new Error('Set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_BACKUP_URL together, or none of them.');
  }
  return { adminUrl: ownerUrl, url, ownerUrl, backupUrl };
}

async function embeddedServer(): Promise<DatabaseHandover> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'caseboard-test-'));
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  keepForTeardown({ server, dataDir });
  const urls = await prepareDatabase(server.adminUrl, { database: 'caseboard', dataDir });
  return { adminUrl: server.adminUrl, ...urls };
}
