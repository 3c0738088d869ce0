import { byeNotice, closedNotice, frame, headBeat, presenceNotice, subscribeReply } from '@caseboard/contracts';
import type { Frame, PresenceAsk, PresenceNotice, SubscribeReply } from '@caseboard/contracts';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import * as z from 'zod/mini';
import { tellSignedOut } from '../signed-out.ts';
import { MissedChanges } from './missed-changes.ts';

/** What somebody who follows a channel wants to hear. */
export interface ChannelListener {
  onFrame(frame: Frame): void;
  onHead(head: number): void;
  /** The socket came back: ask for what was missed. */
  onConnected(): void;
  onClosed(): void;
}

export type Connection = { state: 'connecting' | 'live' | 'offline'; since: number };

const ASK_MS = 5000;

/** The one socket of this page. Channels share it; it comes back by itself with jitter. */
export class LiveConnection {
  /** What replays brought after the connection was away. */
  readonly missed = new MissedChanges();
  private readonly socket: Socket;
  private readonly channels = new Map<string, Set<ChannelListener>>();
  private readonly presence = new Map<string, Set<(notice: PresenceNotice) => void>>();
  private readonly joiners = new Map<string, Set<() => void>>();
  private readonly watchers = new Set<() => void>();
  private connection: Connection = { state: 'connecting', since: Date.now() };

  constructor() {
    this.socket = io({
      path: '/live',
      transports: ['websocket'],
      reconnectionDelay: 300,
      reconnectionDelayMax: 4000,
      randomizationFactor: 0.8,
      autoConnect: false,
    });
    this.socket.on('connect', () =>
      this.becomes('live', () => this.everyListener((listener) => listener.onConnected())),
    );
    this.socket.on('disconnect', () => this.becomes('offline'));
    this.socket.on('connect_error', (error: Error) => this.refused(error.message));
    this.socket.on('bye', (raw: unknown) => this.refused(z.safeParse(byeNotice, raw).data?.code));
    this.socket.on('event', (raw: unknown) => this.heard(frame, raw, (parsed, listener) => listener.onFrame(parsed)));
    this.socket.on('head', (raw: unknown) =>
      this.heard(headBeat, raw, (parsed, listener) => listener.onHead(parsed.head)),
    );
    this.socket.on('closed', (raw: unknown) => this.heard(closedNotice, raw, (_, listener) => listener.onClosed()));
    this.socket.on('presence', (raw: unknown) => {
      const notice = z.safeParse(presenceNotice, raw);
      if (notice.success) this.presence.get(notice.data.channel)?.forEach((listener) => listener(notice.data));
    });
  }

  get current(): Connection {
    return this.connection;
  }

  open(): void {
    this.socket.connect();
  }

  close(): void {
    this.socket.disconnect();
  }

  onChange = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  listen(channel: string, listener: ChannelListener): () => void {
    const held = this.channels.get(channel) ?? new Set();
    this.channels.set(channel, held.add(listener));
    return () => {
      held.delete(listener);
      if (held.size > 0 || this.channels.get(channel) !== held) return;
      this.channels.delete(channel);
      if (this.socket.connected) this.socket.emit('unsubscribe', { channel });
    };
  }

  /** Asks to follow; undefined when the connection did not answer in time. */
  async subscribe(channel: string, since: number, epoch: string | undefined): Promise<SubscribeReply | undefined> {
    if (!this.socket.connected) return undefined;
    const ask = { channel, since, ...(epoch === undefined ? {} : { epoch }) };
    const raw: unknown = await this.socket
      .timeout(ASK_MS)
      .emitWithAck('subscribe', ask)
      .catch(() => undefined);
    const reply = z.safeParse(subscribeReply, raw).data;
    if (reply?.ok) this.joiners.get(channel)?.forEach((joined) => joined());
    return reply;
  }

  onPresence(channel: string, listener: (notice: PresenceNotice) => void): () => void {
    const held = this.presence.get(channel) ?? new Set();
    this.presence.set(channel, held.add(listener));
    return () => held.delete(listener);
  }

  /** Told each time this page has joined a channel: only then may it say where its person is. */
  onJoined(channel: string, listener: () => void): () => void {
    const held = this.joiners.get(channel) ?? new Set();
    this.joiners.set(channel, held.add(listener));
    return () => held.delete(listener);
  }

  /** Not volatile: leaving one row and coming to the next are two words at once, and a busy transport drops the second. */
  sharePresence(ask: PresenceAsk): void {
    if (this.socket.connected) this.socket.emit('presence', ask);
  }

  private heard<T extends { channel: string }>(
    schema: z.ZodMiniType<T>,
    raw: unknown,
    tell: (parsed: T, listener: ChannelListener) => void,
  ): void {
    const parsed = z.safeParse(schema, raw);
    if (parsed.success)
      [...(this.channels.get(parsed.data.channel) ?? [])].forEach((listener) => tell(parsed.data, listener));
  }

  /** The session is over, which a socket does not try again after; anything else passes. */
  private refused(code: string | undefined): void {
    if (code === 'access/no-session' || code === 'live/ended') tellSignedOut();
    else if (this.connection.state === 'live') this.becomes('offline');
  }

  private everyListener(tell: (listener: ChannelListener) => void): void {
    for (const listeners of this.channels.values()) [...listeners].forEach(tell);
  }

  private becomes(state: Connection['state'], then: () => void = () => undefined): void {
    this.connection = { state, since: Date.now() };
    then();
    this.watchers.forEach((watcher) => watcher());
  }
}
