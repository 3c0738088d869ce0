import { Injectable } from '@nestjs/common';
import type { SubscribeAsk, SubscribeReply } from '@caseboard/contracts';
import { AppError, LiveRegistry, UnitOfWork } from '@caseboard/server/kernel';
import { AccessWatch } from './access-watch.ts';
import { Delivery } from './delivery.ts';
import type { LiveChannel } from './live-channel.ts';
import type { LiveSocket } from './live-socket.ts';
import { mustReload, readLogState } from './log-state.ts';
import type { LogState } from './log-state.ts';
import { Missed } from './missed.ts';
import type { Replay } from './missed.ts';
import type { OrgStream } from './org-stream.ts';
import { Presence } from './presence.ts';
import { channelsOf, isOnChannel, joinChannel, leaveChannel } from './rooms.ts';
import { Tail } from './tail.ts';

const MOST_CHANNELS = 200;
const TAIL_MAY_TAKE_MS = 2000;

type Acknowledge = (reply: SubscribeReply) => void;

/** One ask on its way: what was looked up, and up to where the asker has everything. */
interface Joining {
  socket: LiveSocket;
  ask: SubscribeAsk;
  stream: OrgStream;
  channel: LiveChannel;
  state: LogState;
  /** The sequence through which the asker's rights were known at the first look. */
  rightsThrough: number;
}

/** Joins connections to channels without a gap and without a double (live-path 13). */
@Injectable()
export class Subscriptions {
  private readonly uow: UnitOfWork;
  private readonly registry: LiveRegistry;
  private readonly tail: Tail;
  private readonly delivery: Delivery;
  private readonly missed: Missed;
  private readonly access: AccessWatch;
  private readonly presence: Presence;

  constructor(
    uow: UnitOfWork,
    registry: LiveRegistry,
    tail: Tail,
    delivery: Delivery,
    missed: Missed,
    access: AccessWatch,
    presence: Presence,
  ) {
    this.uow = uow;
    this.registry = registry;
    this.tail = tail;
    this.delivery = delivery;
    this.missed = missed;
    this.access = access;
    this.presence = presence;
  }

  /**
   * Joins and acknowledges. Throws `live/unknown-channel` (also for one that is not theirs),
   * `live/too-many-channels`, `live/ended`, or `request/busy` when the log cannot be followed now.
   */
  async subscribe(socket: LiveSocket, ask: SubscribeAsk, acknowledge: Acknowledge): Promise<void> {
    const isNew = !isOnChannel(socket, ask.channel);
    if (isNew && channelsOf(socket).length >= MOST_CHANNELS) throw new AppError('live/too-many-channels');
    const audience = this.registry.channel(ask.channel)?.definition.audience;
    if (audience === undefined) throw new AppError('live/unknown-channel');
    const stream = await this.tail.follow(socket.data.principal.orgId);
    const { state, rightsThrough } = await this.admit(socket, stream, ask.channel);
    await this.catchUp(stream, state);
    const channel = await this.delivery.open(stream, ask.channel, audience);
    const joining = { socket, ask, stream, channel, state, rightsThrough };
    const replay = await this.replayFor(joining);
    await channel.lane.run(() => this.join(joining, replay, acknowledge));
  }

  unsubscribe(socket: LiveSocket, channel: string): void {
    leaveChannel(socket, channel);
    this.presence.left(socket, channel);
  }

  /** Looks with the rights this node knows; a refusal may only mean that it has not yet met the person's newest rights. */
  private async admit(
    socket: LiveSocket,
    stream: OrgStream,
    channel: string,
  ): Promise<Pick<Joining, 'state' | 'rightsThrough'>> {
    await this.access.refresh(socket, stream);
    const rightsThrough = socket.data.checkedThrough;
    try {
      return { state: await this.look(socket, channel), rightsThrough };
    } catch (refusal) {
      if (!(refusal instanceof AppError) || refusal.code !== 'live/unknown-channel') throw refusal;
      await this.catchUp(stream, await this.uow.peek(stream.orgId, readLogState));
      if (stream.accessChangedAt(socket.data.principal.userId) <= rightsThrough) throw refusal;
      return this.admit(socket, stream, channel);
    }
  }

  /** Access and head in one snapshot; leaves the audit entry that covers the deliveries. */
  private look(socket: LiveSocket, channel: string): Promise<LogState> {
    const { principal, traceId } = socket.data;
    const audit = { action: 'live.channel.subscribe', kind: 'channel', id: channel };
    return this.uow.read({ principal, route: 'live.subscribe', traceId }, audit, async (tx) => {
      if (!(await this.registry.admits(tx, principal, channel))) throw new AppError('live/unknown-channel');
      return readLogState(tx);
    });
  }

  private async catchUp(stream: OrgStream, state: LogState): Promise<void> {
    this.tail.wake(stream.orgId);
    const isThere = await stream.reached(state.head, TAIL_MAY_TAKE_MS);
    if (!isThere || stream.epoch !== state.epoch) throw new AppError('request/busy');
  }

  private async replayFor({ ask, stream, channel, state }: Joining): Promise<Replay | undefined> {
    const { since } = ask;
    if (since === undefined) return undefined;
    if (mustReload(ask, state)) return { through: 0, frames: undefined };
    return channel.head > since ? this.missed.read(stream, channel, since) : { through: since, frames: [] };
  }

  /** In the channel's lane: nothing is delivered while this runs, so what was sent stands still. */
  private async join(joining: Joining, replay: Replay | undefined, acknowledge: Acknowledge): Promise<void> {
    const { socket, ask, stream, channel } = joining;
    const whole = await this.lastSlice(joining, replay);
    await this.checkAgain(joining);
    if (!this.tail.isFollowing(stream) || stream.channels.get(channel.name) !== channel)
      throw new AppError('request/busy');
    if (!socket.connected) return;
    // From here to the acknowledgement nothing may wait: join and reply are one step.
    joinChannel(socket, ask.channel);
    acknowledge(replyOf(stream, channel, whole));
    this.presence.greet(socket, ask.channel);
  }

  /** What the room was sent after the replay was read. */
  private async lastSlice({ stream, channel }: Joining, replay: Replay | undefined): Promise<Replay | undefined> {
    if (!replay?.frames || channel.sentThrough <= replay.through) return replay;
    const slice = await this.missed.read(stream, channel, replay.through, channel.sentThrough);
    return { through: slice.through, frames: slice.frames && [...replay.frames, ...slice.frames] };
  }

  /** Rights that changed since they were read for the first look are looked at again, until they stand still. */
  private async checkAgain({ socket, ask, stream, rightsThrough, state }: Joining): Promise<void> {
    let through = Math.min(rightsThrough, state.head);
    while (stream.accessChangedAt(socket.data.principal.userId) > through) {
      await this.access.refresh(socket, stream);
      through = socket.data.checkedThrough;
      const { principal } = socket.data;
      const isAdmitted = await this.uow.peek(principal.orgId, (tx) => this.registry.admits(tx, principal, ask.channel));
      if (!isAdmitted) throw new AppError('live/unknown-channel');
    }
  }
}

function replyOf(stream: OrgStream, channel: LiveChannel, replay: Replay | undefined): SubscribeReply {
  const reply = { ok: true as const, epoch: stream.epoch, head: channel.sentThrough };
  if (!replay) return { ...reply, mode: 'live' };
  if (!replay.frames) return { ...reply, mode: 'resync' };
  if (replay.frames.length === 0) return { ...reply, mode: 'live' };
  return { ...reply, head: Math.max(replay.through, channel.sentThrough), mode: 'replay', events: replay.frames };
}
