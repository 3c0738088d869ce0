import { Injectable } from '@nestjs/common';
import { AccessWatch } from './access-watch.ts';
import type { LiveSocket } from './live-socket.ts';
import { Rooms } from './rooms.ts';

const MOST_BYTES = 1024 * 1024;
const LONGEST_MS = 10_000;
const MOST_EVENTS_PER_SECOND = 50;

/** What waits to be sent on one connection. */
interface Backlog {
  /** Bytes that the connection has taken but not handed to its transport. */
  queued: number;
  /** Since when the transport has not taken anything although something waits. */
  stuckSince: number | undefined;
}

/** Keeps one slow or noisy connection from costing the others anything (live-path 24). */
@Injectable()
export class SocketLimits {
  private readonly rooms: Rooms;
  private readonly access: AccessWatch;
  private readonly backlogs = new WeakMap<LiveSocket, Backlog>();

  constructor(rooms: Rooms, access: AccessWatch) {
    this.rooms = rooms;
    this.access = access;
  }

  /** Starts to count a connection's backlog and its events. */
  watch(socket: LiveSocket): void {
    const backlog: Backlog = { queued: 0, stuckSince: undefined };
    this.backlogs.set(socket, backlog);
    socket.conn.on('packetCreate', (packet: { data?: unknown }) => {
      backlog.queued += sizeOf(packet);
    });
    socket.conn.on('flush', (packets: { data?: unknown }[]) => {
      backlog.queued -= packets.reduce((sum, packet) => sum + sizeOf(packet), 0);
      backlog.stuckSince = undefined;
    });
    this.limitEvents(socket);
  }

  /** Cuts connections that do not read: more than 1 MB waits, or nothing was taken for 10 s. */
  sweep(now: number): void {
    for (const socket of this.rooms.sockets()) {
      const backlog = this.backlogs.get(socket);
      if (backlog && this.isStuck(socket, backlog, now)) cut(socket);
    }
  }

  private isStuck(socket: LiveSocket, backlog: Backlog, now: number): boolean {
    const waiting = backlog.queued + socket.conn.request.socket.writableLength;
    if (waiting === 0) backlog.stuckSince = undefined;
    else backlog.stuckSince ??= now;
    return waiting > MOST_BYTES || (backlog.stuckSince !== undefined && now - backlog.stuckSince > LONGEST_MS);
  }

  private limitEvents(socket: LiveSocket): void {
    let second = 0;
    let count = 0;
    socket.use((_event, next) => {
      const now = Math.floor(performance.now() / 1000);
      count = now === second ? count + 1 : 1;
      second = now;
      if (count <= MOST_EVENTS_PER_SECOND) next();
      else if (count === MOST_EVENTS_PER_SECOND + 1) this.access.end(socket, 'live/too-fast');
    });
  }
}

const sizeOf = ({ data }: { data?: unknown }) => (typeof data === 'string' ? data.length : 0);

/** Ends the connection below Socket.IO: a polite end would wait for the very backlog that does not move. */
const cut = (socket: LiveSocket) => socket.conn.request.socket.destroy();
