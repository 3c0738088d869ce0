import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import type { PostgresBinaries } from './binaries.ts';
import { DatabaseSetupError } from './database-setup-error.ts';
import { SERVER_ENVIRONMENT } from './settings.ts';

const run = promisify(execFile);
const MAJOR_VERSION = '18';

/** The administrator of the embedded server; the application never connects as it. */
export const ADMIN = 'postgres';

/**
 * Makes the cluster folder on first use. It is built beside its place and moved there when complete, so a
 * start killed in the middle leaves nothing half made. Throws `database/version-mismatch` for a folder of
 * another PostgreSQL version.
 */
export async function initialiseCluster(
  cluster: string,
  binaries: PostgresBinaries,
  account: Account | undefined,
  adminPassword: string,
): Promise<void> {
  const version = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined) return requireVersion(cluster, version.trim());
  await removeDrafts(cluster);
  const draft = await mkdtemp(`${cluster}.new-`);
  if (account) await chown(draft, account.uid, account.gid);
  await runInitdb(draft, binaries, account, adminPassword);
  await chmod(draft, 0o700);
  await rename(draft, cluster);
}

/** A new name each time: the initdb of a start that was killed may still be writing to the old one. */
async function removeDrafts(cluster: string): Promise<void> {
  const folder = path.dirname(cluster);
  const drafts = (await readdir(folder)).filter((name) => name.startsWith(`${path.basename(cluster)}.new`));
  for (const name of drafts) await rm(path.join(folder, name), { recursive: true, force: true, maxRetries: 10 });
}

async function runInitdb(
  folder: string,
  binaries: PostgresBinaries,
  account: Account | undefined,
  adminPassword: string,
): Promise<void> {
  const passwordFile = `${folder}.password`;
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${adminPassword}\n`, { mode: 0o600, flag: 'wx' });
  try {
    if (account) await chown(passwordFile, account.uid, account.gid);
    // Byte order and the built-in locale: the same order and indexes on every machine.
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = [`--username=${ADMIN}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await run(binaries.initdb, ['-D', folder, ...access, ...locale], { ...account, cwd: '/', env: SERVER_ENVIRONMENT });
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim() ?? String(cause);
    throw new DatabaseSetupError('database/start-failed', `The database could not be created: ${said}`, { cause });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function requireVersion(cluster: string, version: string): void {
  if (version === MAJOR_VERSION) return;
  throw new DatabaseSetupError(
    'database/version-mismatch',
    `${cluster} was made by PostgreSQL ${version}; this version of Caseboard brings ${MAJOR_VERSION}. Restore a backup into an empty data folder.`,
  );
}
