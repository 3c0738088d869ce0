import { frame, subscribeReply } from '@caseboard/contracts';
import type { Frame, PresenceNotice, SubscribeAsk, SubscribeReply } from '@caseboard/contracts';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import * as z from 'zod/mini';

type Heard = {
  head: { channel: string; head: number };
  closed: { channel: string; code: string };
  bye: { code: string };
  presence: PresenceNotice;
};

/** A client that keeps everything it hears and checks each frame's form and place in the chain. */
export class Screen {
  readonly socket: Socket;
  readonly frames: Frame[] = [];
  readonly heard: { [E in keyof Heard]: Heard[E][] } = { head: [], closed: [], bye: [], presence: [] };
  readonly faults: string[] = [];
  private readonly last = new Map<string, number>();

  constructor(port: number, headers: Record<string, string>, origin = `http://127.0.0.1:${port}`) {
    this.socket = io(`http://127.0.0.1:${port}`, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { Origin: origin, ...headers },
    });
    this.socket.on('event', (raw: unknown) => this.hear(z.parse(frame, raw)));
    for (const event of ['head', 'closed', 'bye', 'presence'] as const) {
      this.socket.on(event, (said: unknown) => this.keep(event, said));
    }
  }

  async connected(): Promise<void> {
    if (this.socket.connected) return;
    await new Promise<void>((resolve, reject) => this.socket.once('connect', resolve).once('connect_error', reject));
  }

  async ask(event: string, ...said: unknown[]): Promise<{ ok: boolean; code?: string }> {
    return this.socket.timeout(8000).emitWithAck(event, ...said) as Promise<{ ok: boolean; code?: string }>;
  }

  /** Subscribes and applies the replay, as a client does. */
  async subscribe(ask: SubscribeAsk): Promise<SubscribeReply> {
    const reply = z.parse(subscribeReply, await this.ask('subscribe', ask));
    if (!reply.ok) return reply;
    this.last.set(ask.channel, ask.since ?? reply.head);
    for (const replayed of reply.events ?? []) this.hear(replayed);
    this.last.set(ask.channel, Math.max(this.last.get(ask.channel) ?? 0, reply.head));
    return reply;
  }

  /** Rows by id as frames have left them; a touched row is there without a body. */
  rows(channel: string, before: Iterable<[string, unknown]> = []): Map<string, unknown> {
    const rows = new Map(before);
    for (const { changes } of this.frames.filter((heard) => heard.channel === channel)) {
      for (const { op, id, body } of changes) {
        if (op === 'leave') rows.delete(id);
        else rows.set(id, op === 'put' ? body : 'touched');
      }
    }
    return rows;
  }

  lastOf(channel: string): number {
    return this.last.get(channel) ?? 0;
  }

  close(): void {
    this.socket.disconnect();
  }

  private keep(event: keyof Heard, said: unknown): void {
    (this.heard[event] as unknown[]).push(said);
  }

  private hear(heard: Frame): void {
    const last = this.last.get(heard.channel) ?? 0;
    if (heard.seq <= last) return;
    if (heard.prev > last) this.faults.push(`gap on ${heard.channel}: ${last} < ${heard.prev}`);
    this.frames.push(heard);
    this.last.set(heard.channel, heard.seq);
  }
}
