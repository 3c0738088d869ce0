import type { LiveChannel } from './live-channel.ts';

/** One organisation's log as this node follows it. */
export class OrgStream {
  readonly orgId: string;
  readonly channels = new Map<string, LiveChannel>();
  epoch: string;
  /** Every event up to here took effect on this node. */
  position: number;
  usedAt: number;
  private readonly accessChanges = new Map<string, number>();
  private waiters: { seq: number; resolve: () => void }[] = [];

  constructor(orgId: string, start: { epoch: string; head: number }, now: number) {
    this.orgId = orgId;
    this.epoch = start.epoch;
    this.position = start.head;
    this.usedAt = now;
  }

  advance(position: number): void {
    this.position = position;
    const due = this.waiters.filter((waiter) => waiter.seq <= position);
    if (due.length === 0) return;
    this.waiters = this.waiters.filter((waiter) => waiter.seq > position);
    for (const waiter of due) waiter.resolve();
  }

  /** Starts again in another epoch: nothing that was remembered counts any more. */
  restart(epoch: string, head: number): void {
    this.epoch = epoch;
    for (const channel of this.channels.values()) clearTimeout(channel.timer);
    this.channels.clear();
    this.accessChanges.clear();
    this.advance(head);
  }

  /** Waits until the tail has passed `seq`; false after `withinMs`. */
  async reached(seq: number, withinMs: number): Promise<boolean> {
    if (this.position >= seq) return true;
    return new Promise((settle) => {
      const waiter = { seq, resolve: () => finish(true) };
      const timer = setTimeout(() => finish(false), withinMs);
      const finish = (isThere: boolean) => {
        clearTimeout(timer);
        this.waiters = this.waiters.filter((other) => other !== waiter);
        settle(isThere);
      };
      this.waiters.push(waiter);
    });
  }

  /** Notes, before anything else of the event takes effect, that a person's rights changed. */
  noteAccess(userIds: readonly string[], seq: number): void {
    for (const userId of userIds) this.accessChanges.set(userId, seq);
  }

  /** The sequence of the last change of a person's rights that this node has met; 0: none. */
  accessChangedAt(userId: string): number {
    return this.accessChanges.get(userId) ?? 0;
  }
}
