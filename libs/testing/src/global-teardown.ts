import { rm } from 'node:fs/promises';
import { takeForTeardown } from './running-server.ts';

/** Stops the embedded server of the run, if there was one, and removes its folder. */
export default async function globalTeardown(): Promise<void> {
  const running = takeForTeardown();
  if (!running) return;
  await running.server.stop();
  await rm(running.dataDir, { recursive: true, force: true });
}
