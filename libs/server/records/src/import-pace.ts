const FIRST = 100;
const LEAST = 20;
const MOST = 400;
const WANTED_MS = 110;

/** How many resources the next chunk takes, so that a commit stays well below 200 ms on this machine under this load. */
export class ImportPace {
  size = FIRST;

  /** A chunk of `rows` took `ms`: grows at most by half, shrinks at once. */
  took(rows: number, ms: number): void {
    if (rows === 0) return;
    const fitting = Math.floor((rows * WANTED_MS) / Math.max(ms, 1));
    this.size = Math.min(MOST, Math.max(LEAST, Math.min(fitting, Math.ceil(this.size * 1.5))));
  }
}
