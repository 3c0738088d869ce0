const WANTED_MS = 110;

/** Bounds of a chunk, in things taken; what a thing is (a claim, a resource) says whoever takes them. */
export interface ChunkSizes {
  readonly first: number;
  readonly least: number;
  readonly most: number;
}

/** How many things the next chunk takes, so that a commit stays well below 200 ms on this machine under this load. */
export class ChunkPace {
  size: number;
  private readonly sizes: ChunkSizes;

  constructor(sizes: ChunkSizes) {
    this.sizes = sizes;
    this.size = sizes.first;
  }

  /** A chunk of `count` things took `ms`: grows at most by half, shrinks at once. */
  took(count: number, ms: number): void {
    if (count === 0) return;
    const { least, most } = this.sizes;
    const fitting = Math.floor((count * WANTED_MS) / Math.max(ms, 1));
    this.size = Math.min(most, Math.max(least, Math.min(fitting, Math.ceil(this.size * 1.5))));
  }
}
