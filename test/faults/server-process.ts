import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '@caseboard/testing';

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/apps/api/main.js');
const READY_MS = 60_000;

/** Builds the server when what is built is stale; nx knows. */
export function buildServer(): void {
  const nx = join(ROOT, 'node_modules/nx/dist/bin/nx.js');
  const env = { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };
  const built = spawnSync(process.execPath, [nx, 'run-many', '-t', 'build', '-p', 'api', '--outputStyle=static'], {
    cwd: ROOT,
    encoding: 'utf8',
    env,
  });
  if (built.status !== 0) throw new Error(`The server could not be built: ${built.stdout}${built.stderr}`);
}

/** The built server as `npm start` runs it, in a process that can be killed. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly address: string;
  /** Everything it has printed and logged. */
  output = '';

  private constructor(child: ChildProcess, address: string) {
    this.child = child;
    this.address = address;
    const keep = (text: string) => {
      this.output += text;
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
  }

  /** Starts it without waiting; the folder is its own. */
  static async spawn(dataDir: string, given: Record<string, string> = {}): Promise<ServerProcess> {
    const port = given.PORT ?? String(await freePort());
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      PORT: port,
      DATA_DIR: dataDir,
      SAMPLES: 'users',
      LOG_LEVEL: 'debug',
      ...given,
    };
    return new ServerProcess(
      spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] }),
      `http://127.0.0.1:${port}`,
    );
  }

  static async ready(dataDir: string, given: Record<string, string> = {}): Promise<ServerProcess> {
    const server = await ServerProcess.spawn(dataDir, given);
    await server.says('Caseboard is ready');
    return server;
  }

  /** Waits until it has printed a text; throws with all it printed when it ended or took too long. */
  async says(text: string): Promise<void> {
    const deadline = performance.now() + READY_MS;
    while (!this.output.includes(text)) {
      if (this.isOver || performance.now() > deadline)
        throw new Error(`The server did not say “${text}”:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  get isOver(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  async ended(): Promise<number | null> {
    if (!this.isOver) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  /** As a power cut or the kernel's killer would: no farewell. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended();
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended();
  }
}
