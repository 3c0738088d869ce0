import { Injectable } from '@nestjs/common';

type Listener = (orgId: string) => void;

/**
 * "There is something to read in this organisation's log": never what. Own commits reach the listeners of
 * this process at once; other processes hear through whatever relay was attached (parent and worker, Redis).
 * A lost hint only delays to the next poll.
 */
@Injectable()
export class Hints {
  private readonly listeners = new Set<Listener>();
  private readonly relays = new Set<Listener>();

  onHint(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Carries this process's commits to others. */
  relayTo(relay: Listener): () => void {
    this.relays.add(relay);
    return () => this.relays.delete(relay);
  }

  /** Called after every commit that appended. */
  committed(orgId: string): void {
    this.heard(orgId);
    for (const relay of this.relays) relay(orgId);
  }

  /** A hint from another process. */
  heard(orgId: string): void {
    for (const listener of this.listeners) listener(orgId);
  }
}
