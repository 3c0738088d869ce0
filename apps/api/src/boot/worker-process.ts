import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Config, Hints, Log } from '@caseboard/server/kernel';
import type { OpenedDatabase } from './open-database.ts';

/** A hint between parent and worker: the organisation's id and nothing else. */
export interface HintMessage {
  hint: string;
}

const RESTART_MS = 1000;

/**
 * Forks the one worker of `APP_ROLE=all`, so that nothing heavy runs on the socket thread. Hints travel both
 * ways; a worker that dies is started again.
 */
export class WorkerProcess {
  private readonly start: () => ChildProcess;
  private readonly log: Log;
  private readonly hints: Hints;
  private child: ChildProcess;
  private isStopping = false;

  constructor(config: Config, log: Log, database: OpenedDatabase, hints: Hints) {
    this.log = log;
    this.hints = hints;
    const env = {
      ...process.env,
      APP_ROLE: 'worker',
      DATA_DIR: config.dataDir,
      DATABASE_URL: database.url,
      DATABASE_OWNER_URL: database.ownerUrl ?? '',
      DATABASE_BACKUP_URL: database.backupUrl ?? '',
    };
    this.start = () =>
      fork(join(import.meta.dirname, 'main.js'), { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.child = this.launch();
    hints.relayTo((orgId) => this.child.connected && this.child.send({ hint: orgId } satisfies HintMessage));
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGTERM');
    const force = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await once(this.child, 'exit');
    clearTimeout(force);
  }

  private launch(): ChildProcess {
    const child = this.start();
    child.on('message', (message) => this.hints.heard((message as HintMessage).hint));
    child.on('exit', (code) => {
      if (this.isStopping) return;
      this.log.error({ code }, 'the worker ended and is started again');
      setTimeout(() => {
        if (!this.isStopping) this.child = this.launch();
      }, RESTART_MS);
    });
    return child;
  }
}
