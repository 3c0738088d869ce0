import { Injectable } from '@nestjs/common';
import type { PresenceAsk } from '@caseboard/contracts';
import { AppError } from '@caseboard/server/kernel';
import type { LiveServer, LiveSocket } from './live-socket.ts';
import { PresenceBook } from './presence-book.ts';
import type { Place } from './presence-book.ts';
import type { PresenceWord } from './presence-word.ts';
import { isOnChannel, Rooms } from './rooms.ts';

/** At most ten notices a second and channel. */
const PACE_MS = 100;
/** Notices may be dropped on a busy connection, so they are repeated. */
const REPEAT_MS = 10_000;

/**
 * Who is viewing or editing which row (live-path 25). Volatile: nothing is logged or stored; between nodes
 * it goes through the adapter's server events, without Redis it stays on this node.
 */
@Injectable()
export class Presence {
  private readonly rooms: Rooms;
  private readonly book = new PresenceBook();
  private readonly pending = new Map<string, NodeJS.Timeout>();
  private share: (word: PresenceWord) => void = () => undefined;
  private repeatedAt = 0;

  constructor(rooms: Rooms) {
    this.rooms = rooms;
  }

  /** Connects this node to the others. */
  attach(server: LiveServer): void {
    this.share = (word) => void server.serverSideEmit('presence-word', word);
    server.on('presence-word', (word) => this.hear(word));
  }

  /** A person says where they are. Throws `live/unknown-channel` on a channel this connection does not follow. */
  say(socket: LiveSocket, ask: PresenceAsk): void {
    if (!isOnChannel(socket, ask.channel)) throw new AppError('live/unknown-channel');
    const { orgId, userId, name } = socket.data.principal;
    this.tell({ orgId, channel: ask.channel, id: ask.id, userId, name, socketId: socket.id, state: ask.state });
  }

  /** Shows a new follower who is already there. */
  greet(socket: LiveSocket, channel: string): void {
    const people = this.book.people({ orgId: socket.data.principal.orgId, channel });
    if (people.length > 0) socket.emit('presence', { channel, people });
  }

  /** A connection no longer follows a channel. */
  left(socket: LiveSocket, channel: string): void {
    for (const word of this.book.farewells(socket.id, channel)) this.tell(word);
  }

  /** A connection ended. */
  gone(socket: LiveSocket): void {
    for (const word of this.book.farewells(socket.id)) this.tell(word);
  }

  /** Drops whoever fell silent and repeats what is shown; call it every second. */
  sweep(now: number): void {
    for (const place of this.book.expire(now)) this.show(place);
    if (now - this.repeatedAt < REPEAT_MS) return;
    this.repeatedAt = now;
    for (const place of this.book.occupied()) this.show(place);
  }

  stop(): void {
    for (const timer of this.pending.values()) clearTimeout(timer);
    this.pending.clear();
  }

  private tell(word: PresenceWord): void {
    this.hear(word);
    this.share(word);
  }

  private hear(word: PresenceWord): void {
    if (this.book.hear(word, Date.now())) this.show(word);
  }

  private show({ orgId, channel }: Place): void {
    const key = `${orgId}|${channel}`;
    if (this.pending.has(key)) return;
    const say = () => {
      this.pending.delete(key);
      this.rooms.whisper(orgId, channel, 'presence', { channel, people: this.book.people({ orgId, channel }) });
    };
    this.pending.set(key, setTimeout(say, PACE_MS));
  }
}
