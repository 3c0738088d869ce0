import type { Frame } from '@caseboard/contracts';

/** What a follower does with a frame or a head: rule by rule of the live path (16). */
export type Verdict = 'apply' | 'ignore' | 'gap' | 'resync';

/**
 * Keeps one channel's place in the log. `last` is the newest sequence this client has; a frame that starts
 * later than that, or a head that stays ahead, is a hole.
 */
export class ChannelFollower {
  private last: number;
  private epoch: string | undefined;
  private aheadSince: number | undefined;

  constructor(since: number, epoch?: string) {
    this.last = since;
    this.epoch = epoch;
  }

  get since(): number {
    return this.last;
  }

  get knownEpoch(): string | undefined {
    return this.epoch;
  }

  /** The server acknowledged a subscription: its head counts as seen, unless frames are still to be applied. */
  acknowledge(head: number, epoch: string, hasReplay: boolean): void {
    if (!hasReplay) this.last = Math.max(this.last, head);
    this.epoch = epoch;
    this.aheadSince = undefined;
  }

  onFrame(frame: Pick<Frame, 'seq' | 'prev' | 'epoch' | 'resync'>): Verdict {
    if (frame.resync || (this.epoch !== undefined && frame.epoch !== this.epoch)) return 'resync';
    if (frame.seq <= this.last) return 'ignore';
    if (frame.prev > this.last) return 'gap';
    this.last = frame.seq;
    this.aheadSince = undefined;
    return 'apply';
  }

  /** A heartbeat ahead of us may only be early; one that stays ahead for `graceMs` is a hole. */
  onHead(head: number, now: number, graceMs = 1500): Verdict {
    if (head <= this.last) {
      this.aheadSince = undefined;
      return 'ignore';
    }
    this.aheadSince ??= now;
    return now - this.aheadSince >= graceMs ? 'gap' : 'ignore';
  }

  /** A fresh snapshot was loaded: start again from its `asOf`. */
  restart(asOf: number, epoch?: string): void {
    this.last = asOf;
    this.epoch = epoch ?? this.epoch;
    this.aheadSince = undefined;
  }
}
