import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSetupError } from './database-setup-error.ts';

/** The generated password of each login role, 48 hexadecimal characters. */
export interface DatabaseSecrets {
  readonly admin: string;
  readonly owner: string;
  readonly runtime: string;
  readonly backup: string;
}

/** The PostgreSQL files under Caseboard's data folder. */
export function clusterDir(dataDir: string): string {
  return path.resolve(dataDir, 'postgres');
}

/**
 * Reads the passwords from `database-secrets.json` (0600) in the data folder, making them on first use.
 * Throws `database/secrets-missing` when the database is there and its passwords are not.
 */
export async function databaseSecrets(dataDir: string): Promise<DatabaseSecrets> {
  const file = path.resolve(dataDir, 'database-secrets.json');
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known) as DatabaseSecrets;
  if (await exists(path.join(clusterDir(dataDir), 'PG_VERSION'))) {
    throw new DatabaseSetupError(
      'database/secrets-missing',
      `${file} is missing, so the database beside it cannot be opened. Put the file back from a backup of the folder.`,
    );
  }
  const fresh = { admin: password(), owner: password(), runtime: password(), backup: password() };
  await writeSecret(file, JSON.stringify(fresh, null, 2));
  return fresh;
}

/** Writes a file that only its owner reads, complete or not at all, even when the power fails. */
async function writeSecret(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o755 });
  const handle = await open(`${file}.new`, 'w', 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  await rename(`${file}.new`, file);
}

function password(): string {
  return randomBytes(24).toString('hex');
}

/** Whether something of that name is there. */
export async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
