import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from '@caseboard/server/kernel';
import { eventually } from './eventually.ts';

/** A Redis for the tests of several nodes. */
export interface RedisServer {
  readonly url: string;
  /** SIGKILL, SIGSTOP or SIGCONT to the server; throws for the one REDIS_URL names, which is not ours. */
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
}

const INSTALL =
  'redis-server is missing. Install it (Debian, Ubuntu: apt-get install -y redis-server) or set REDIS_URL.';

/**
 * The server of REDIS_URL, else a `redis-server` from PATH on a free port, keeping nothing on disk.
 * Throws with the command to install one when there is none.
 */
export async function redisServer(): Promise<RedisServer> {
  const given = process.env.REDIS_URL?.trim();
  if (given) return { url: given, signal: refuseSignal, stop: async () => undefined };
  const port = await freePort();
  const options = { port, bind: '127.0.0.1', save: '', appendonly: 'no' };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn('redis-server', args, { stdio: 'ignore', env: { PATH: process.env.PATH } });
  const endWithUs = (): boolean => server.kill('SIGKILL');
  process.on('exit', endWithUs);
  await answers(server, port);
  const stop = async (): Promise<void> => {
    process.off('exit', endWithUs);
    await end(server);
  };
  return { url: `redis://127.0.0.1:${port}`, signal: (name) => server.kill(name), stop };
}

function refuseSignal(): never {
  throw new Error('REDIS_URL names a server this test must not stop: unset it, so that the test starts its own.');
}

async function answers(server: ChildProcess, port: number): Promise<void> {
  let cause: Error | undefined;
  server.once('error', (error) => (cause = error));
  const isUp = async (): Promise<void> => {
    if (!cause) await touch(port);
  };
  await eventually(isUp, { within: 10_000 });
  if (cause) throw new Error(INSTALL, { cause });
}

async function touch(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.destroy();
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}
