import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ADMIN } from './initialise.ts';
import { serverPids } from './live-servers.ts';
import { clusterDir, databaseSecrets } from './secrets.ts';

/**
 * The superuser URL of the embedded PostgreSQL that another process runs on the data folder, or undefined
 * when none runs. For command-line tools beside a running server.
 */
export async function findRunningPostgres(dataDir: string): Promise<string | undefined> {
  const cluster = clusterDir(dataDir);
  const lines = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  if (lines[7]?.trim() !== 'ready' || (await serverPids(cluster)).length === 0) return undefined;
  const { admin } = await databaseSecrets(dataDir);
  return `postgres://${ADMIN}:${admin}@127.0.0.1:${lines[3]}/postgres`;
}
