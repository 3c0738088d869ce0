import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { DatabaseSetupError } from './database-setup-error.ts';

const run = promisify(execFile);

/** A system account by its numbers. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account PostgreSQL must run as, or undefined when it may run as the present one. PostgreSQL refuses
 * root, so root uses the system account `postgres`, which is created when missing.
 */
export async function serverAccount(log: (line: string) => void): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await findAccount('postgres');
  if (existing) return existing;
  log('Creating the system account "postgres": PostgreSQL does not run as root.');
  await createAccount();
  const created = await findAccount('postgres');
  if (created) return created;
  throw new DatabaseSetupError('database/start-failed', 'The system account "postgres" could not be created.');
}

async function findAccount(name: string): Promise<Account | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  const fields = lines.map((line) => line.split(':')).find(([user]) => user === name);
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) };
}

async function createAccount(): Promise<void> {
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  const env = { PATH: `/usr/sbin:/sbin:${process.env.PATH ?? ''}` };
  await run('useradd', [...options, 'postgres'], { env }).catch((cause: unknown) => {
    throw new DatabaseSetupError(
      'database/start-failed',
      'PostgreSQL does not run as root and the system account "postgres" could not be created. Create it (useradd --system postgres) or start Caseboard as an ordinary user.',
      { cause },
    );
  });
}
