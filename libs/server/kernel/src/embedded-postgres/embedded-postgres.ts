import { chmod, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type Account, serverAccount } from './account.ts';
import { locateBinaries, type PostgresBinaries } from './binaries.ts';
import { DatabaseSetupError } from './database-setup-error.ts';
import { lockFolder } from './folder-lock.ts';
import { freePort } from './free-port.ts';
import { ADMIN, initialiseCluster } from './initialise.ts';
import { clearLeftovers, mainPid, stopServers } from './live-servers.ts';
import { letPass, letRead } from './reach.ts';
import { clusterDir, databaseSecrets } from './secrets.ts';
import { serverArguments } from './settings.ts';
import { startUnderWatchdog } from './watchdog.ts';

/** A PostgreSQL that this process started and that ends with it. */
export interface EmbeddedPostgres {
  /** Superuser URL of the database `postgres`; for set-up only. */
  readonly adminUrl: string;
  /** Port on 127.0.0.1. */
  readonly port: number;
  /** Stops the server (clients are cut, everything acknowledged is kept) and frees the data folder. */
  stop(): Promise<void>;
}

/** `dataDir` is Caseboard's data folder; the cluster lives in `postgres` below it. */
export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly log: (line: string) => void;
}

/**
 * Starts the npm-shipped PostgreSQL 18 on a free port of 127.0.0.1, creating the cluster on first use.
 * It dies with this process, also by `kill -9`, and comes back by itself when only the server dies.
 * Throws `DatabaseSetupError`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const lock = await lockFolder(dataDir);
  try {
    const server = await startLocked(dataDir, options.log);
    const stop = async (): Promise<void> => {
      await server.stop();
      await lock.release();
    };
    return { ...server, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function startLocked(dataDir: string, log: (line: string) => void): Promise<EmbeddedPostgres> {
  const cluster = clusterDir(dataDir);
  const [binaries, account] = await Promise.all([locateBinaries(), serverAccount(log)]);
  if (account) await letReach(dataDir, binaries, account, log);
  await clearLeftovers(cluster, log);
  const { admin } = await databaseSecrets(dataDir);
  await initialiseCluster(cluster, binaries, account, admin);
  const { port, watchdog } = await launch(dataDir, binaries, account);
  const adminUrl = `postgres://${ADMIN}:${admin}@127.0.0.1:${port}/postgres`;
  return { adminUrl, port, stop: () => stop(watchdog, cluster, log) };
}

async function letReach(
  dataDir: string,
  binaries: PostgresBinaries,
  account: Account,
  log: (line: string) => void,
): Promise<void> {
  await letPass(dataDir, account, log);
  await letPass(binaries.nativeDir, account, log);
  await letRead(binaries.nativeDir);
}

/** Another program may take the free port before PostgreSQL does, so a failed start is tried again. */
async function launch(
  dataDir: string,
  binaries: PostgresBinaries,
  account: Account | undefined,
): Promise<{ port: number; watchdog: ChildProcess }> {
  const cluster = clusterDir(dataDir);
  const logPath = path.join(dataDir, 'postgres.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const logFile = await openLog(logPath);
    const watchdog = startUnderWatchdog(binaries.postgres, serverArguments(cluster, port), account, logFile.fd);
    await logFile.close();
    if (await comesUp(cluster, watchdog)) return { port, watchdog };
    watchdog.stdin?.end();
    const lines = (await readFile(logPath, 'utf8')).trim().split('\n').slice(-5);
    const isPortTaken = lines.some((line) => line.includes('could not create any TCP/IP sockets'));
    if (attempt === 3 || !isPortTaken) {
      throw new DatabaseSetupError(
        'database/start-failed',
        `PostgreSQL did not start; ${logPath} says: ${lines.join(' | ')}`,
      );
    }
  }
}

/** True when the server accepts connections, as it notes itself in `postmaster.pid`; false when it ended. */
async function comesUp(cluster: string, watchdog: ChildProcess): Promise<boolean> {
  for (let waited = 0; waited < 120_000; waited += 15) {
    if (watchdog.exitCode !== null || watchdog.signalCode !== null) return false;
    const state = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
    if (state.split('\n')[7]?.trim() === 'ready') {
      watchdog.stdin?.write('up\n');
      return true;
    }
    await sleep(15);
  }
  return false;
}

async function openLog(file: string): Promise<Awaited<ReturnType<typeof open>>> {
  const size = await stat(file).then(
    (known) => known.size,
    () => 0,
  );
  if (size > 5_000_000) await rename(file, `${file}.old`);
  const handle = await open(file, 'a', 0o600);
  await chmod(file, 0o600);
  return handle;
}

async function stop(watchdog: ChildProcess, cluster: string, log: (line: string) => void): Promise<void> {
  if (watchdog.exitCode === null && watchdog.signalCode === null) {
    watchdog.ref();
    const ended = once(watchdog, 'exit');
    watchdog.stdin?.end();
    await ended;
  }
  // The watchdog itself may have been killed: then the server has lost its guard and is still there.
  if ((await mainPid(cluster)) !== undefined) await stopServers(cluster, log);
}
