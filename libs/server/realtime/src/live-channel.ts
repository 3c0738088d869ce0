import { ChannelRing } from './channel-ring.ts';
import { Flow } from './flow.rules.ts';
import { Lane } from './lane.ts';
import type { LogEntry } from './log-entry.ts';
import type { Lens } from './projection.ts';

/** One channel as this node follows it: how far its log was read and how far it was sent. */
export class LiveChannel {
  readonly name: string;
  readonly audience: string;
  readonly ring: ChannelRing;
  readonly flow = new Flow();
  /** Deliveries and joins take turns, so that nobody joins in the middle of a frame. */
  readonly lane = new Lane();
  /** The channel's newest sequence as the tail has read it. */
  head = 0;
  /** The last sequence the room was sent: the next frame's `prev`. */
  sentThrough = 0;
  isOpen = false;
  /** A delivery is planned or under way. */
  isPlanned = false;
  timer: NodeJS.Timeout | undefined;
  deliveredAt = -Infinity;
  failures = 0;
  /** When the last subscriber was found gone, milliseconds since 1970. */
  emptySince = Infinity;

  constructor(name: string, audience: string, completeFrom: number) {
    this.name = name;
    this.audience = audience;
    this.ring = new ChannelRing(completeFrom);
  }

  /** Sets the channel's newest sequence before the ring's first; entries met since keep their place after it. */
  open(before: number): void {
    this.ring.reachesBackTo(before);
    this.sentThrough = before;
    this.head = Math.max(this.head, before);
    this.isOpen = true;
  }

  push(entry: LogEntry, now: number): void {
    this.ring.push(entry, now);
    this.head = entry.seq;
  }

  get isBehind(): boolean {
    return this.isOpen && this.head > this.sentThrough;
  }
}

/** How the channel's entries up to `through` are read. */
export const lensOf = ({ name, audience }: LiveChannel, through: number): Lens => ({
  channel: name,
  audience,
  through,
});
