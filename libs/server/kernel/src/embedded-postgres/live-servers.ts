import { readFile, readdir, readlink, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSetupError } from './database-setup-error.ts';
import { exists } from './secrets.ts';

/**
 * Clears what an earlier run left on the cluster folder: a server still running is stopped (SIGINT: clients
 * are cut, everything acknowledged is kept), then a `postmaster.pid` nobody stands behind is removed.
 * Its process id alone proves nothing: after a crash another program may have got that number.
 */
export async function clearLeftovers(cluster: string, log: (line: string) => void): Promise<void> {
  if (!(await exists(cluster))) return;
  await stopServers(cluster, log);
  await rm(path.join(cluster, 'postmaster.pid'), { force: true });
}

/** Stops every server process of the cluster folder and waits for the last to go, 30 s at most. */
export async function stopServers(cluster: string, log: (line: string) => void): Promise<void> {
  const running = await serverPids(cluster);
  if (running.length === 0) return;
  log(`Stopping the PostgreSQL that an earlier run left behind (process ${running[0]}).`);
  const main = await mainPid(cluster);
  if (main !== undefined && running.includes(main)) signal(main, 'SIGINT');
  else running.forEach((pid) => signal(pid, 'SIGQUIT'));
  for (let waited = 0; waited < 30_000; waited += 25) {
    await sleep(25);
    if ((await serverPids(cluster)).length === 0) return;
  }
  throw new DatabaseSetupError(
    'database/start-failed',
    `A PostgreSQL left by an earlier run (process ${running[0]}) does not stop. End it and start again.`,
  );
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The process id in `postmaster.pid`, whether or not it is alive. */
export async function mainPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/**
 * Live PostgreSQL processes working in the cluster folder. They are known by program and working folder;
 * a zombie has neither any more, so it does not count.
 */
export async function serverPids(cluster: string): Promise<number[]> {
  const folder = await realpath(cluster).catch(() => cluster);
  if (process.platform !== 'linux') return pidsWithoutProc(folder);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const isServer = await Promise.all(pids.map((pid) => isServerOf(pid, folder)));
  return pids.filter((_pid, at) => isServer[at]);
}

async function isServerOf(pid: number, folder: string): Promise<boolean> {
  try {
    if ((await readlink(`/proc/${pid}/cwd`)) !== folder) return false;
    return /\/postgres( \(deleted\))?$/.test(await readlink(`/proc/${pid}/exe`));
  } catch {
    return false;
  }
}

async function pidsWithoutProc(cluster: string): Promise<number[]> {
  const pid = await mainPid(cluster);
  if (pid === undefined) return [];
  try {
    process.kill(pid, 0);
    return [pid];
  } catch {
    return [];
  }
}
