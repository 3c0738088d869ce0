import { setTimeout as sleep } from 'node:timers/promises';

/** How long to keep trying, and the pause between tries, in milliseconds. */
export interface EventuallyOptions {
  readonly within?: number;
  readonly every?: number;
}

/**
 * Calls `attempt` until it neither throws nor rejects and resolves to what it returned. When the time is up
 * the last failure is thrown, so that the test says what was still wrong.
 */
export async function eventually<T>(attempt: () => T | Promise<T>, options: EventuallyOptions = {}): Promise<T> {
  const { within = 5000, every = 20 } = options;
  const deadline = performance.now() + within;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() >= deadline) throw error;
    }
    await sleep(every);
  }
}
