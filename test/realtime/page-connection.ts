import { closedNotice, frame, headBeat, subscribeReply } from '@caseboard/contracts';
import type { Frame, SubscribeReply } from '@caseboard/contracts';
import type { Socket } from 'socket.io-client';
import * as z from 'zod/mini';
import type { ChannelListener } from '../../libs/web/kernel/src/live/live-connection.ts';
import type { ListConnection } from '../../libs/web/kernel/src/live/live-list.ts';
import { MissedChanges } from '../../libs/web/kernel/src/live/missed-changes.ts';
import type { Visitor } from '../http/visitor.ts';

/** A page's one socket, as the web's own lists want it, outside a browser; what it hears is kept. */
export class PageConnection implements ListConnection {
  readonly missed = new MissedChanges();
  readonly frames: Frame[] = [];
  private readonly socket: Socket;
  private readonly channels = new Map<string, Set<ChannelListener>>();

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('event', (raw: unknown) => {
      const heard = z.parse(frame, raw);
      this.frames.push(heard);
      this.tell(heard.channel, (listener) => listener.onFrame(heard));
    });
    socket.on('head', (raw: unknown) => {
      const { channel, head } = z.parse(headBeat, raw);
      this.tell(channel, (listener) => listener.onHead(head));
    });
    socket.on('closed', (raw: unknown) =>
      this.tell(z.parse(closedNotice, raw).channel, (listener) => listener.onClosed()),
    );
  }

  /** Connects with the person's cookie; throws what the handshake refuses with. */
  static async of(visitor: Visitor): Promise<PageConnection> {
    const socket = visitor.live();
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
    return new PageConnection(socket);
  }

  listen(channel: string, listener: ChannelListener): () => void {
    const held = this.channels.get(channel) ?? new Set();
    this.channels.set(channel, held.add(listener));
    return () => held.delete(listener);
  }

  async subscribe(channel: string, since?: number, epoch?: string): Promise<SubscribeReply> {
    const ask = { channel, ...(since === undefined ? {} : { since }), ...(epoch === undefined ? {} : { epoch }) };
    return z.parse(subscribeReply, await this.socket.timeout(8000).emitWithAck('subscribe', ask));
  }

  close(): void {
    this.socket.disconnect();
  }

  private tell(channel: string, what: (listener: ChannelListener) => void): void {
    [...(this.channels.get(channel) ?? [])].forEach(what);
  }
}
