import type { Frame, HeadBeat, PresenceNotice, SubscribeReply } from '@caseboard/contracts';
import type { ErrorCode } from '@caseboard/contracts';
import type { Principal } from '@caseboard/server/kernel';
import type { Server, Socket } from 'socket.io';
import type { PresenceWord } from './presence-word.ts';

/** Answer to `unsubscribe` and `presence`, and to anything refused. */
export type PlainReply = { ok: true } | { ok: false; code: ErrorCode };

/** What a client may say. The payloads are unknown until a contract parsed them. */
export interface ClientEvents {
  subscribe: (ask: unknown, ack?: (reply: SubscribeReply) => void) => void;
  unsubscribe: (ask: unknown, ack?: (reply: PlainReply) => void) => void;
  presence: (ask: unknown, ack?: (reply: PlainReply) => void) => void;
}

/** What the server says. */
export interface ServerEvents {
  event: (frame: Frame) => void;
  head: (beat: HeadBeat) => void;
  closed: (notice: { channel: string; code: ErrorCode }) => void;
  bye: (notice: { code: ErrorCode }) => void;
  presence: (notice: PresenceNotice) => void;
}

/** What nodes say to each other: presence only. */
export interface NodeEvents {
  'presence-word': (word: PresenceWord) => void;
}

/** What the server knows of one connection. */
export interface SocketData {
  principal: Principal;
  traceId: string;
  /** The organisation's sequence through which `principal` is known to be right. */
  checkedThrough: number;
  /** When the session and the rooms were last checked, milliseconds since 1970. */
  checkedAt: number;
}

export type LiveServer = Server<ClientEvents, ServerEvents, NodeEvents, SocketData>;
export type LiveSocket = Socket<ClientEvents, ServerEvents, NodeEvents, SocketData>;
