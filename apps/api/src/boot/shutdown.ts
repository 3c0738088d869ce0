import type { Log } from '@caseboard/server/kernel';

const GRACE_MS = 25_000;

/** Runs the closers in order on SIGINT, SIGTERM or when the parent goes away, once, and exits within 30 s. */
export function closeOnSignal(log: Log, closers: (() => Promise<void>)[]): void {
  let isClosing = false;
  const close = async () => {
    if (isClosing) return;
    isClosing = true;
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    for (const closer of closers) {
      await closer().catch((error: Error) => log.error({ type: error.name, message: error.message }, 'closing failed'));
    }
    process.exit(0);
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
  process.once('disconnect', close);
}
