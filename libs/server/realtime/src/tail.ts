import { Inject, Injectable } from '@nestjs/common';
import { AppError, Hints, LOG, UnitOfWork } from '@caseboard/server/kernel';
import type { Log } from '@caseboard/server/kernel';
import { AccessWatch } from './access-watch.ts';
import { Delivery } from './delivery.ts';
import { raiseEpoch } from './epoch.ts';
import type { LiveChannel } from './live-channel.ts';
import { OrgStream } from './org-stream.ts';
import { Rooms } from './rooms.ts';
import { MOST_EVENTS, readStart, readTail } from './tail-reader.ts';
import type { TailEvent, TailRead } from './tail-reader.ts';
import { Wakeable } from './wakeable.ts';

const POLL_MS = 500;
/** Under load reads keep this distance, so that one read serves many commits. */
const BREATH_MS = 4;
const FORGET_MS = 10 * 60_000;

/**
 * Follows the logs of all organisations with sockets on this node, each strictly in order. It keeps its
 * place when the database is away; a lost hint only delays to the next poll (live-path 9).
 */
@Injectable()
export class Tail {
  private readonly uow: UnitOfWork;
  private readonly hints: Hints;
  private readonly access: AccessWatch;
  private readonly delivery: Delivery;
  private readonly rooms: Rooms;
  private readonly log: Log;
  private readonly streams = new Map<string, OrgStream>();
  private readonly starting = new Map<string, Promise<OrgStream>>();
  private readonly bell = new Wakeable();
  private isRunning = false;
  private isAway = false;
  private ended: Promise<void> = Promise.resolve();
  private unhear = () => {};

  constructor(
    uow: UnitOfWork,
    hints: Hints,
    access: AccessWatch,
    delivery: Delivery,
    rooms: Rooms,
    @Inject(LOG) log: Log,
  ) {
    this.uow = uow;
    this.hints = hints;
    this.access = access;
    this.delivery = delivery;
    this.rooms = rooms;
    this.log = log;
  }

  start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.unhear = this.hints.onHint((orgId) => this.wake(orgId));
    this.ended = this.run();
  }

  /** Stops reading; resolves when the last read is over. */
  async stop(): Promise<void> {
    this.isRunning = false;
    this.unhear();
    this.bell.ring();
    await this.ended;
    for (const stream of this.streams.values())
      for (const channel of stream.channels.values()) clearTimeout(channel.timer);
    this.streams.clear();
  }

  /** Reads soon, if this organisation is followed here. */
  wake(orgId: string): void {
    if (this.streams.has(orgId)) this.bell.ring();
  }

  /** This very stream is still the one that is read. */
  isFollowing(stream: OrgStream): boolean {
    return this.streams.get(stream.orgId) === stream;
  }

  followed(): OrgStream[] {
    return [...this.streams.values()];
  }

  /** Follows an organisation from its head on. Throws `request/not-found` for an unknown one. */
  async follow(orgId: string): Promise<OrgStream> {
    const held = this.streams.get(orgId);
    if (held) {
      held.usedAt = Date.now();
      return held;
    }
    const starting = this.starting.get(orgId) ?? this.startStream(orgId).finally(() => this.starting.delete(orgId));
    this.starting.set(orgId, starting);
    return starting;
  }

  /** Forgets organisations and channels nobody has followed for ten minutes. */
  forget(now: number): void {
    for (const stream of this.streams.values()) {
      for (const channel of stream.channels.values())
        if (this.isForgotten(stream, channel, now)) stream.channels.delete(channel.name);
      if (stream.channels.size > 0 || this.rooms.ofOrg(stream.orgId).length > 0) stream.usedAt = now;
      else if (now - stream.usedAt > FORGET_MS) this.streams.delete(stream.orgId);
    }
  }

  private isForgotten(stream: OrgStream, channel: LiveChannel, now: number): boolean {
    channel.ring.trim(performance.now());
    if (this.rooms.size(stream.orgId, channel.name) > 0) channel.emptySince = Infinity;
    else channel.emptySince = Math.min(channel.emptySince, now);
    return now - channel.emptySince > FORGET_MS && channel.isOpen;
  }

  private async startStream(orgId: string): Promise<OrgStream> {
    const start = await readStart(this.uow, orgId);
    if (!start) throw new AppError('request/not-found');
    const stream = new OrgStream(orgId, start, Date.now());
    this.streams.set(orgId, stream);
    this.bell.ring();
    return stream;
  }

  private async run(): Promise<void> {
    let checksTimeline = true;
    while (this.isRunning) {
      const began = performance.now();
      const isMore = await this.readOnce(checksTimeline);
      if (!isMore) checksTimeline = !(await this.bell.wait(POLL_MS)) || this.isAway;
      await this.bell.rest(began + BREATH_MS - performance.now());
    }
  }

  /** One read of all organisations; true: there is more. A failure keeps every place and waits for the poll. */
  private async readOnce(checksTimeline: boolean): Promise<boolean> {
    const asked = this.followed().map(({ orgId, position }) => ({ orgId, position }));
    if (asked.length === 0) return false;
    try {
      const reads = await readTail(this.uow, asked, checksTimeline);
      await everyOne(reads.map((read) => this.take(read)));
      if (this.isAway) this.log.info('the log is read again');
      this.isAway = false;
      return reads.some((read) => read.events.length === MOST_EVENTS);
    } catch (error) {
      if (!this.isAway)
        this.log.warn({ code: (error as { code?: string }).code }, 'the log cannot be read; its place is kept');
      this.isAway = true;
      await this.bell.rest(POLL_MS);
      return false;
    }
  }

  private async take(read: TailRead): Promise<void> {
    const stream = this.streams.get(read.orgId);
    if (!stream) return;
    if (read.epoch !== stream.epoch) return this.adopt(stream, read);
    if (read.isMoved || read.head < stream.position) {
      await raiseEpoch(this.uow, stream);
      return this.bell.ring();
    }
    for (const event of read.events) {
      if (event.users) await this.changeAccess(stream, event, event.users);
      this.deliver(stream, event);
    }
    for (const channel of stream.channels.values()) this.delivery.mark(stream, channel);
  }

  /** People whose rights changed are checked before anything of this event or later is delivered. */
  private async changeAccess(stream: OrgStream, event: TailEvent, users: string[]): Promise<void> {
    stream.noteAccess(users, event.seq);
    await this.access.changed(stream.orgId, new Set(users), event.seq);
  }

  private deliver(stream: OrgStream, event: TailEvent): void {
    const now = performance.now();
    for (const [channel, kind, id, op, reason] of event.deliveries ?? []) {
      const { seq, name, version, actor, at } = event;
      stream.channels.get(channel)?.push({ seq, name, version, op, kind, id, actor, at, reason }, now);
    }
    stream.advance(event.seq);
  }

  private async adopt(stream: OrgStream, read: TailRead): Promise<void> {
    await this.access.all(stream.orgId, read.head);
    const followed = [...stream.channels.values()].filter(({ name }) => this.rooms.size(stream.orgId, name) > 0);
    stream.restart(read.epoch, read.head);
    this.delivery.announce(stream, followed);
  }
}

/** Waits for all, so that no organisation is still at work when the next read begins; then fails if one did. */
async function everyOne(work: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((done) => done.status === 'rejected');
  if (failed) throw failed.reason;
}
