import { Inject, Injectable } from '@nestjs/common';
import { isConnectionLoss, LOG, UnitOfWork } from '@caseboard/server/kernel';
import type { Log } from '@caseboard/server/kernel';
import { spreadMs } from './flow.rules.ts';
import { cutFrames, resyncFrame } from './frames.rules.ts';
import type { Span } from './frames.rules.ts';
import { lensOf, LiveChannel } from './live-channel.ts';
import { lastOperations } from './log-entry.ts';
import type { OrgStream } from './org-stream.ts';
import { Projection } from './projection.ts';
import { Rooms } from './rooms.ts';

const RETRY_MS = 250;
const MOST_FAILURES = 5;

/** Sends what the tail has read: at once when idle, then one frame per tick (live-path 11, 12). */
@Injectable()
export class Delivery {
  private readonly projection: Projection;
  private readonly rooms: Rooms;
  private readonly uow: UnitOfWork;
  private readonly log: Log;

  constructor(projection: Projection, rooms: Rooms, uow: UnitOfWork, @Inject(LOG) log: Log) {
    this.projection = projection;
    this.rooms = rooms;
    this.uow = uow;
    this.log = log;
  }

  /** Starts to follow a channel, or finds it followed; its head comes from the log, the same on every node. */
  async open(stream: OrgStream, name: string, audience: string): Promise<LiveChannel> {
    const held = stream.channels.get(name);
    if (held?.isOpen) return held;
    const channel = held ?? new LiveChannel(name, audience, stream.position);
    stream.channels.set(name, channel);
    await channel.lane.run(async () => {
      if (!channel.isOpen) channel.open(await this.headOf(stream.orgId, name, channel.ring.completeFrom));
    });
    this.mark(stream, channel);
    return channel;
  }

  /** There may be something to send: plans the channel's next delivery. */
  mark(stream: OrgStream, channel: LiveChannel): void {
    if (channel.isPlanned || !channel.isBehind) return;
    const now = performance.now();
    const tick = channel.flow.tickMs(this.rooms.size(stream.orgId, channel.name), now);
    this.plan(stream, channel, channel.deliveredAt + tick - now);
  }

  /** Tells every room that the log has another epoch; what was remembered is gone. */
  announce(stream: OrgStream, followed: readonly LiveChannel[]): void {
    for (const { name, audience } of followed) {
      const channel = new LiveChannel(name, audience, stream.position);
      channel.open(stream.position);
      stream.channels.set(name, channel);
      const span = { ...spanOf(stream, channel, 0), through: stream.position };
      this.rooms.send(stream.orgId, name, 'event', resyncFrame(span, this.spread(stream, channel)));
    }
  }

  private plan(stream: OrgStream, channel: LiveChannel, dueMs: number): void {
    channel.isPlanned = true;
    const go = () => void channel.lane.run(() => this.deliver(stream, channel));
    if (dueMs > 0) channel.timer = setTimeout(go, dueMs);
    else go();
  }

  private async deliver(stream: OrgStream, channel: LiveChannel): Promise<void> {
    let wait = 0;
    try {
      await this.send(stream, channel);
      channel.failures = 0;
    } catch (error) {
      wait = RETRY_MS;
      this.failed(stream, channel, error);
    }
    channel.deliveredAt = performance.now() + wait;
    channel.isPlanned = false;
    if (isCurrent(stream, channel)) this.mark(stream, channel);
  }

  private async send(stream: OrgStream, channel: LiveChannel): Promise<void> {
    const through = channel.head;
    const subscribers = this.rooms.size(stream.orgId, channel.name);
    if (subscribers > 0 && through > channel.sentThrough) {
      const frames = await this.framesOf(stream, channel, through, subscribers);
      if (!isCurrent(stream, channel)) return;
      for (const frame of frames) this.rooms.send(stream.orgId, channel.name, 'event', frame);
    }
    channel.sentThrough = through;
  }

  private async framesOf(stream: OrgStream, channel: LiveChannel, through: number, subscribers: number) {
    const held = channel.ring.between(channel.sentThrough, through);
    const rows = held && lastOperations(held);
    if (!rows || channel.flow.isFlood(rows.length, performance.now())) {
      return [resyncFrame({ ...spanOf(stream, channel, stream.position), through }, spreadMs(subscribers))];
    }
    const { asOf, changes } = await this.projection.read(stream, lensOf(channel, through), rows);
    return cutFrames({ ...spanOf(stream, channel, asOf), through }, changes, spreadMs(subscribers));
  }

  /** A row that cannot be read must not stop its channel for good: after some tries clients load afresh. */
  private failed(stream: OrgStream, channel: LiveChannel, error: unknown): void {
    if (isConnectionLoss(error)) return;
    channel.failures += 1;
    this.log.error(
      { channel: channel.name, failures: channel.failures, code: (error as { code?: string }).code },
      'a delivery failed',
    );
    if (channel.failures < MOST_FAILURES || !isCurrent(stream, channel)) return;
    channel.failures = 0;
    const span = { ...spanOf(stream, channel, stream.position), through: channel.head };
    this.rooms.send(stream.orgId, channel.name, 'event', resyncFrame(span, this.spread(stream, channel)));
    channel.sentThrough = channel.head;
  }

  private spread(stream: OrgStream, channel: LiveChannel): number {
    return spreadMs(this.rooms.size(stream.orgId, channel.name));
  }

  private async headOf(orgId: string, channel: string, through: number): Promise<number> {
    const [newest] = await this.uow.peek(orgId, (tx) =>
      tx.query<{ seq: number }>(
        'SELECT coalesce(max(seq), 0)::float8 AS seq FROM events.delivery WHERE org_id = $1 AND channel = $2 AND seq <= $3',
        [orgId, channel, through],
      ),
    );
    return newest?.seq ?? 0;
  }
}

const isCurrent = (stream: OrgStream, channel: LiveChannel) => stream.channels.get(channel.name) === channel;

function spanOf(stream: OrgStream, channel: LiveChannel, asOf: number): Span {
  return { channel: channel.name, epoch: stream.epoch, prev: channel.sentThrough, through: channel.head, asOf };
}
