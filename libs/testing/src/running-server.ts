import type { EmbeddedPostgres } from '@caseboard/server/kernel';

/** The embedded server of this run and its temporary folder. */
export interface RunningServer {
  readonly server: EmbeddedPostgres;
  readonly dataDir: string;
}

// Jest loads set-up and teardown as separate modules, in one process: only the process can hold it.
const KEY = Symbol.for('caseboard.test-server');
const held = process as unknown as { [KEY]?: RunningServer };

/** Keeps the server until the teardown asks for it. */
export function keepForTeardown(running: RunningServer): void {
  held[KEY] = running;
}

/** The server kept by the set-up, once. */
export function takeForTeardown(): RunningServer | undefined {
  const running = held[KEY];
  delete held[KEY];
  return running;
}
