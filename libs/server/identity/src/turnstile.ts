import { AppError } from '@caseboard/server/kernel';

/**
 * Lets a few pieces of work through at a time; the others wait in line. Checking a password costs a core and
 * 19 MB for a moment, and must neither starve the file system's threads nor be tried in parallel faster than
 * guesses are counted. Throws `request/busy` when the line is too long.
 */
export class Turnstile {
  private readonly atOnce: number;
  private readonly longestLine: number;
  private inside = 0;
  private readonly line: (() => void)[] = [];

  constructor(atOnce: number, longestLine: number) {
    this.atOnce = atOnce;
    this.longestLine = longestLine;
  }

  async run<R>(work: () => Promise<R>): Promise<R> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.inside < this.atOnce) {
      this.inside += 1;
      return;
    }
    if (this.line.length >= this.longestLine) throw new AppError('request/busy', { retryAfterSeconds: 2 });
    await new Promise<void>((resolve) => this.line.push(resolve));
  }

  private leave(): void {
    const next = this.line.shift();
    if (next) next();
    else this.inside -= 1;
  }
}
