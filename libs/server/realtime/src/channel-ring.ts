import type { LogEntry } from './log-entry.ts';

const MOST_ENTRIES = 5000;
const LONGEST_MS = 10 * 60_000;

interface Held {
  entry: LogEntry;
  since: number;
}

/**
 * What this node remembers of one channel's log: the newest 5,000 entries or 10 minutes (live-path 10).
 * Entries come in sequence order; several may share a sequence.
 */
export class ChannelRing {
  private held: Held[] = [];
  private first = 0;
  private complete: number;
  private hasForgotten = false;

  /** Remembers everything after `completeFrom`; nothing yet. */
  constructor(completeFrom: number) {
    this.complete = completeFrom;
  }

  /** Every entry with a greater sequence is here. */
  get completeFrom(): number {
    return this.complete;
  }

  /** The log holds nothing of this channel from `seq` to where the ring began: what came before needs no reading. */
  reachesBackTo(seq: number): void {
    if (!this.hasForgotten) this.complete = Math.min(this.complete, seq);
  }

  get length(): number {
    return this.held.length - this.first;
  }

  push(entry: LogEntry, now: number): void {
    this.held.push({ entry, since: now });
    this.trim(now);
  }

  /** The entries in (after, through], oldest first; undefined when some of them are forgotten. */
  between(after: number, through: number): LogEntry[] | undefined {
    if (after < this.complete) return undefined;
    const entries: LogEntry[] = [];
    for (let at = this.firstAfter(after); at < this.held.length; at += 1) {
      const { entry } = this.held[at] as Held;
      if (entry.seq > through) break;
      entries.push(entry);
    }
    return entries;
  }

  /** Forgets what is too old or too much. */
  trim(now: number): void {
    while (this.first < this.held.length) {
      const oldest = this.held[this.first] as Held;
      if (this.length <= MOST_ENTRIES && now - oldest.since <= LONGEST_MS) break;
      this.complete = oldest.entry.seq;
      this.hasForgotten = true;
      this.first += 1;
    }
    if (this.first > MOST_ENTRIES) {
      this.held = this.held.slice(this.first);
      this.first = 0;
    }
  }

  private firstAfter(seq: number): number {
    let low = this.first;
    let high = this.held.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.held[middle] as Held).entry.seq > seq) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
