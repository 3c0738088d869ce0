import { chmod, chown, lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account.ts';
import { DatabaseSetupError } from './database-setup-error.ts';

/**
 * Lets `account` pass through every folder above and including `folder`, for instance when root cloned
 * into `/root` (0700). Only the right to pass through is given, to the account's group where the folder
 * gives its group nothing, and each change is logged. Throws `database/folder-unreachable`.
 */
export async function letPass(folder: string, account: Account, log: (line: string) => void): Promise<void> {
  for (const step of ancestors(path.resolve(folder))) {
    const { mode, uid, gid } = await stat(step);
    if (canPass(mode, uid, gid, account)) continue;
    const change = (mode & 0o070) === 0 ? giveGroup(step, mode, account) : chmod(step, (mode & 0o7777) | 0o001);
    await change.catch((cause: unknown) => {
      throw new DatabaseSetupError(
        'database/folder-unreachable',
        `The account "postgres" cannot pass through ${step}. Run "chmod o+x ${step}", or set DATA_DIR to a folder it can reach.`,
        { cause },
      );
    });
    log(`Let the account "postgres" pass through ${step}, so that PostgreSQL reaches its files.`);
  }
}

async function giveGroup(folder: string, mode: number, account: Account): Promise<void> {
  await chown(folder, -1, account.gid);
  await chmod(folder, (mode & 0o7777) | 0o010);
}

function canPass(mode: number, uid: number, gid: number, account: Account): boolean {
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function ancestors(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [...ancestors(parent), folder];
}

/** Makes the programs and their libraries readable for every account, as after `umask 077; npm ci`. */
export async function letRead(folder: string): Promise<void> {
  if (await isReadable(path.join(folder, 'lib'), 0o005)) return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const { mode } = await lstat(file);
    if (!entry.isSymbolicLink()) await chmod(file, (mode & 0o7777) | (mode & 0o100 ? 0o055 : 0o044));
  }
}

async function isReadable(file: string, bits: number): Promise<boolean> {
  return ((await stat(file)).mode & bits) === bits;
}
