import { Injectable } from '@nestjs/common';
import type { LiveServer, LiveSocket, ServerEvents } from './live-socket.ts';

/**
 * The rooms of this node. Everything is said with `local`: a frame is encoded once and written to this
 * node's own sockets; every node tails the log for itself, so nothing goes through the adapter between nodes.
 */
@Injectable()
export class Rooms {
  private server: LiveServer | undefined;
  private isEnding = false;

  attach(server: LiveServer): void {
    this.server = server;
  }

  send<E extends keyof ServerEvents>(
    orgId: string,
    channel: string,
    event: E,
    ...said: Parameters<ServerEvents[E]>
  ): void {
    this.server?.local.to(roomOf(orgId, channel)).emit(event, ...said);
  }

  /** For what may be dropped when a connection is busy: heartbeats and presence. */
  whisper<E extends keyof ServerEvents>(
    orgId: string,
    channel: string,
    event: E,
    ...said: Parameters<ServerEvents[E]>
  ): void {
    this.server?.local.volatile.to(roomOf(orgId, channel)).emit(event, ...said);
  }

  size(orgId: string, channel: string): number {
    return this.server?.sockets.adapter.rooms.get(roomOf(orgId, channel))?.size ?? 0;
  }

  sockets(): LiveSocket[] {
    return this.server ? [...this.server.sockets.sockets.values()] : [];
  }

  /** After the end nobody may come in any more: a late connection would keep the server from closing. */
  get isOver(): boolean {
    return this.isEnding;
  }

  /** The node stops: says so, closes every connection so that clients go to another node, and the link between nodes. */
  end(): void {
    this.isEnding = true;
    this.server?.local.emit('bye', { code: 'request/busy' });
    for (const socket of this.sockets()) sendAway(socket);
    this.server?.sockets.adapter.close();
  }

  /** Connections of one organisation on this node. */
  ofOrg(orgId: string): LiveSocket[] {
    return this.sockets().filter((socket) => socket.data.principal.orgId === orgId);
  }
}

/** Closes the connection below Socket.IO, so that the client comes back by itself; a Socket.IO disconnect is final. */
export const sendAway = (socket: LiveSocket) => void socket.conn.close();

/** A room never spans organisations: its name starts with the id. */
const roomOf = (orgId: string, channel: string) => `${orgId}|${channel}`;

/** Joins at once: both this and the acknowledgement after it happen in one synchronous step. */
export function joinChannel(socket: LiveSocket, channel: string): void {
  void socket.join(roomOf(socket.data.principal.orgId, channel));
}

export function leaveChannel(socket: LiveSocket, channel: string): void {
  void socket.leave(roomOf(socket.data.principal.orgId, channel));
}

export const isOnChannel = (socket: LiveSocket, channel: string) =>
  socket.rooms.has(roomOf(socket.data.principal.orgId, channel));

/** The channels a connection follows. */
export function channelsOf(socket: LiveSocket): string[] {
  const prefix = roomOf(socket.data.principal.orgId, '');
  return [...socket.rooms].filter((room) => room.startsWith(prefix)).map((room) => room.slice(prefix.length));
}
