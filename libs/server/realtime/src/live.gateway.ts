import { UseFilters } from '@nestjs/common';
import { Ack, ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { OnGatewayDisconnect, OnGatewayInit } from '@nestjs/websockets';
import { presenceAsk, subscribeAsk, unsubscribeAsk } from '@caseboard/contracts';
import type { PresenceAsk, SubscribeAsk, SubscribeReply } from '@caseboard/contracts';
import { parseInput, SocketEvent } from '@caseboard/server/kernel';
import type { LiveServer, LiveSocket, PlainReply } from './live-socket.ts';
import { Presence } from './presence.ts';
import { RedisLink } from './redis-link.ts';
import { Rooms } from './rooms.ts';
import { SocketRefusalFilter } from './socket-refusal.filter.ts';
import { Subscriptions } from './subscriptions.ts';

type Acknowledge<Reply> = ((reply: Reply) => void) | undefined;

/**
 * What clients may say on `/live`. Each event names its permission; the guard checks it. There is no
 * connection handler: connecting does nothing, since guards do not run there.
 */
@UseFilters(SocketRefusalFilter)
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<LiveServer>, OnGatewayDisconnect<LiveSocket> {
  private readonly subscriptions: Subscriptions;
  private readonly presence: Presence;
  private readonly rooms: Rooms;
  private readonly redis: RedisLink;

  constructor(subscriptions: Subscriptions, presence: Presence, rooms: Rooms, redis: RedisLink) {
    this.subscriptions = subscriptions;
    this.presence = presence;
    this.rooms = rooms;
    this.redis = redis;
  }

  afterInit(server: LiveServer): void {
    this.rooms.attach(server);
    if (this.redis.isOn) this.presence.attach(server);
  }

  handleDisconnect(socket: LiveSocket): void {
    this.presence.gone(socket);
  }

  /** Acknowledges by itself: joining and the reply are one synchronous step. */
  @SocketEvent('live.channel.subscribe')
  @SubscribeMessage('subscribe')
  async subscribe(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() body: unknown,
    @Ack() acknowledge: Acknowledge<SubscribeReply>,
  ): Promise<void> {
    const ask = parseInput(subscribeAsk, body) as SubscribeAsk;
    await this.subscriptions.subscribe(socket, ask, (reply) => acknowledge?.(reply));
  }

  @SocketEvent('live.channel.subscribe')
  @SubscribeMessage('unsubscribe')
  unsubscribe(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() body: unknown,
    @Ack() acknowledge: Acknowledge<PlainReply>,
  ): void {
    const { channel } = parseInput(unsubscribeAsk, body) as { channel: string };
    this.subscriptions.unsubscribe(socket, channel);
    acknowledge?.({ ok: true });
  }

  @SocketEvent('live.presence.share')
  @SubscribeMessage('presence')
  share(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() body: unknown,
    @Ack() acknowledge: Acknowledge<PlainReply>,
  ): void {
    this.presence.say(socket, parseInput(presenceAsk, body) as PresenceAsk);
    acknowledge?.({ ok: true });
  }
}
