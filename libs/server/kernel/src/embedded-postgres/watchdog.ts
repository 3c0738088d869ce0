import { spawn, type ChildProcess } from 'node:child_process';
import type { Account } from './account.ts';
import { SERVER_ENVIRONMENT } from './settings.ts';

interface Orders {
  readonly program: string;
  readonly args: readonly string[];
  readonly account?: Account;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Starts PostgreSQL under a watchdog process of its own session. The watchdog holds a pipe from this
 * process: when the pipe closes, for whatever reason (also `kill -9`), it stops PostgreSQL with SIGINT.
 * Writing a line to its stdin says that the server came up; from then on it restarts a server that dies.
 * Server messages go to the open file `logFile`. Does not keep this process alive.
 */
export function startUnderWatchdog(
  program: string,
  args: readonly string[],
  account: Account | undefined,
  logFile: number,
): ChildProcess {
  const orders: Orders = { program, args, env: SERVER_ENVIRONMENT, ...(account && { account }) };
  // Its source travels as text: it must start from a bundle as well as from these sources.
  const script = `(${watch.toString()})()`;
  const watchdog = spawn(process.execPath, ['-e', script, JSON.stringify(orders)], {
    cwd: '/',
    detached: true,
    env: SERVER_ENVIRONMENT,
    stdio: ['pipe', 'ignore', logFile],
  });
  watchdog.stdin?.on('error', () => undefined);
  (watchdog.stdin as unknown as { unref(): void }).unref();
  watchdog.unref();
  return watchdog;
}

/**
 * The watchdog's whole program, run as text by `node -e`. It must not use anything from outside its own
 * body: imports, constants and types of this file do not exist where it runs.
 */
function watch(): void {
  const { spawn: launch } = process.getBuiltinModule('node:child_process');
  const orders = JSON.parse(process.argv[1] ?? '') as Orders;
  let cameUp = false;
  let isStopping = false;
  let quickDeaths = 0;
  let server: ChildProcess | undefined;

  const start = (): void => {
    if (isStopping) process.exit(0);
    const startedAt = Date.now();
    server = launch(orders.program, orders.args, {
      ...orders.account,
      cwd: '/',
      env: orders.env,
      stdio: ['ignore', 2, 2],
    });
    server.on('error', () => process.exit(1));
    server.on('exit', () => {
      server = undefined;
      quickDeaths = Date.now() - startedAt < 5000 ? quickDeaths + 1 : 0;
      if (isStopping) process.exit(0);
      // A new server waits for the memory of the dead one: its last backends take a moment to go.
      if (cameUp && quickDeaths < 50) setTimeout(start, 100);
      else process.exit(1);
    });
  };
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    if (!server) process.exit(0);
    server.kill('SIGINT');
    setTimeout(() => server?.kill('SIGQUIT'), 20_000);
  };

  process.stdin.on('data', () => (cameUp = true));
  process.stdin.on('close', stop).on('end', stop).on('error', stop);
  process.on('SIGTERM', stop).on('SIGINT', stop);
  process.on('SIGHUP', () => undefined);
  start();
}
