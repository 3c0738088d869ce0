import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** What the process said: where its database is, or why it has none, and its log lines. */
export interface DatabaseHolder {
  readonly process: ChildProcess;
  readonly adminUrl: string;
  readonly port: number;
  readonly code?: string;
  readonly message?: string;
  readonly log: readonly string[];
}

function spawnHolder(dataDir: string): ChildProcessByStdio<null, Readable, null> {
  const script = path.join(import.meta.dirname, 'hold-database.ts');
  return spawn(process.execPath, [script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
}

/** Starts such a process and kills it after `milliseconds`, wherever it is by then. */
export async function startAndKill(dataDir: string, milliseconds: number): Promise<void> {
  const child = spawnHolder(dataDir);
  const ended = once(child, 'exit');
  setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await ended;
}

/** Starts a process that runs the database of `dataDir`; resolves when it has said how that went. */
export async function holdDatabase(dataDir: string): Promise<DatabaseHolder> {
  const child = spawnHolder(dataDir);
  const log: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { log?: string } & Omit<DatabaseHolder, 'process' | 'log'>;
    if (said.log === undefined) return { ...said, process: child, log };
    log.push(said.log);
  }
  throw new Error('The process ended without a word.');
}

/** Ends the process at once, as a crash or the out-of-memory killer would. */
export async function killHolder(holder: DatabaseHolder): Promise<void> {
  if (holder.process.exitCode !== null || holder.process.signalCode !== null) return;
  const ended = once(holder.process, 'exit');
  holder.process.kill('SIGKILL');
  await ended;
}

/** The process ids of a holder's PostgreSQL and of the watchdog above it. */
export async function processesOf(dataDir: string): Promise<{ server: number; watchdog: number }> {
  const server = Number((await readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
  const status = await readFile(`/proc/${server}/stat`, 'utf8');
  return { server, watchdog: Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]) };
}

/** Whether a process is there and not a zombie. */
export async function isAlive(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status !== '' && !/\) [ZX] /.test(status);
}
