import { PRINCIPAL_FRESH_MS } from './session-limits.rules.ts';
import type { SeenSession } from './sessions.repository.ts';

interface Entry {
  readAt: number;
  found: Promise<SeenSession | undefined>;
  /** Unknown while the read is under way. */
  principal?: SeenSession['principal'];
}

const MOST_ENTRIES = 10_000;

/**
 * What this node read of sessions in the last two seconds, by token hash. Parallel requests of one session share
 * one read. Time is monotonic: a clock set back must not keep a revoked session alive.
 */
export class PrincipalCache {
  private readonly entries = new Map<string, Entry>();

  /** The held answer if it is fresh, else a new read; nobody is never held. */
  async get(key: string, read: () => Promise<SeenSession | undefined>): Promise<SeenSession | undefined> {
    const held = this.entries.get(key);
    if (held && performance.now() - held.readAt < PRINCIPAL_FRESH_MS) return held.found;
    const entry: Entry = { readAt: performance.now(), found: read() };
    this.entries.delete(key);
    this.entries.set(key, entry);
    this.dropOldest();
    try {
      const found = await entry.found;
      if (found) entry.principal = found.principal;
      else this.drop(key, entry);
      return found;
    } catch (error) {
      this.drop(key, entry);
      throw error;
    }
  }

  /** Forgets these people at once, and reads under way, which may have begun before the change. */
  forget(orgId: string, userIds: readonly string[]): void {
    for (const [key, { principal }] of this.entries) {
      if (!principal || (principal.orgId === orgId && userIds.includes(principal.userId))) this.entries.delete(key);
    }
  }

  private drop(key: string, entry: Entry): void {
    if (this.entries.get(key) === entry) this.entries.delete(key);
  }

  private dropOldest(): void {
    const [oldest] = this.entries.keys();
    if (this.entries.size > MOST_ENTRIES && oldest !== undefined) this.entries.delete(oldest);
  }
}
