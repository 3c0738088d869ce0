import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSetupError } from './database-setup-error.ts';

/** Held by the one process that runs the database of a data folder. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process. The lock is a listening local socket: the kernel gives it to one
 * process only and takes it back when that process dies, so it can be neither raced nor stale.
 * Throws `database/folder-in-use`, naming the holder's process id.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const folder = await realpath(dataDir);
  const address = lockAddress(folder);
  const server = (await tryListen(address)) ?? (await listenAfterDeadHolder(address));
  if (!server) throw inUse(folder, await holderOf(address));
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function lockAddress(folder: string): string {
  const name = `caseboard-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  // Abstract sockets (Linux) have no file; elsewhere the file of a dead holder has to be removed.
  return process.platform === 'linux' ? `\0${name}` : path.join(tmpdir(), `${name}.sock`);
}

async function tryListen(address: string): Promise<Server | undefined> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(String(process.pid));
  });
  server.listen(address);
  return once(server, 'listening').then(
    () => server,
    () => undefined,
  );
}

async function listenAfterDeadHolder(address: string): Promise<Server | undefined> {
  if (address.startsWith('\0') || (await holderOf(address)) !== undefined) return undefined;
  await rm(address, { force: true });
  return tryListen(address);
}

async function holderOf(address: string): Promise<string | undefined> {
  const socket = connect(address);
  socket.setTimeout(1000, () => socket.destroy());
  try {
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    return answer;
  } catch {
    return undefined;
  }
}

function inUse(folder: string, pid: string | undefined): DatabaseSetupError {
  const holder = pid ? `process ${pid}` : 'another process';
  return new DatabaseSetupError(
    'database/folder-in-use',
    `The data folder ${folder} is in use by ${holder}. Stop it first, or set DATA_DIR to another folder.`,
  );
}
