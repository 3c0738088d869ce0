/** A row's body as read at `asOf`, and its size as JSON. */
export interface Body {
  asOf: number;
  body: unknown;
  bytes: number;
}

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Bodies by (organisation, audience, kind, id), least recently used go first. A body counts only for the
 * very `asOf` it was read at: a body may show columns of rows whose changes are not its own.
 */
export class BodyCache {
  private readonly bodies = new Map<string, Body>();
  private readonly capacity: number;
  private total = 0;

  constructor(capacity = MOST_BYTES) {
    this.capacity = capacity;
  }

  get bytes(): number {
    return this.total;
  }

  get(key: string, asOf: number): Body | undefined {
    const held = this.bodies.get(key);
    if (!held || held.asOf !== asOf) return undefined;
    this.bodies.delete(key);
    this.bodies.set(key, held);
    return held;
  }

  set(key: string, body: Body): void {
    this.drop(key);
    this.bodies.set(key, body);
    this.total += body.bytes + key.length;
    for (const oldest of this.bodies.keys()) {
      if (this.total <= this.capacity) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const held = this.bodies.get(key);
    if (!held) return;
    this.bodies.delete(key);
    this.total -= held.bytes + key.length;
  }
}
