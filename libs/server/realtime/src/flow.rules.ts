/** Above this many rows a second a channel gets one `resync` frame instead (live-path 12). */
const MOST_ROWS_PER_SECOND = 1000;

const WINDOW_MS = 1000;
const CROWD = 1000;

/** How fast a channel's rows come, and so how it is delivered. */
export class Flow {
  private sent: { at: number; rows: number }[] = [];
  private floodedAt = -Infinity;

  /** Counts a delivery of `rows`; true: too many, send a `resync` in its place. */
  isFlood(rows: number, now: number): boolean {
    this.sent = this.sent.filter(({ at }) => now - at < WINDOW_MS);
    this.sent.push({ at: now, rows });
    const isFlood = this.sent.reduce((sum, delivery) => sum + delivery.rows, 0) > MOST_ROWS_PER_SECOND;
    if (isFlood) this.floodedAt = now;
    return isFlood;
  }

  /** The shortest time between two deliveries, in milliseconds. */
  tickMs(subscribers: number, now: number): number {
    if (now - this.floodedAt < WINDOW_MS) return WINDOW_MS;
    return subscribers > CROWD ? 100 : 20;
  }
}

/** Over how long clients spread their reload, so that a crowd does not arrive at once. */
export const spreadMs = (subscribers: number) => Math.min(10_000, Math.max(1000, subscribers * 5));
