const FIRST = 60;
const LEAST = 10;
const MOST = 300;
const WANTED_MS = 110;

/**
 * How many claims the next chunk takes, so that a commit stays well below 200 ms (live-path 23) on this machine
 * and under this load. The most keeps it below 1,000 events together with the sets it opens and closes.
 */
export class ChunkPace {
  size = FIRST;

  /** A chunk of `claims` took `ms`: grows at most by half, shrinks at once. */
  took(claims: number, ms: number): void {
    if (claims === 0) return;
    const fitting = Math.floor((claims * WANTED_MS) / Math.max(ms, 1));
    this.size = Math.min(MOST, Math.max(LEAST, Math.min(fitting, Math.ceil(this.size * 1.5))));
  }
}
