import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { IncomingMessage } from 'node:http';
import type { ServerOptions } from 'socket.io';
import { Handshake } from './handshake.ts';
import type { LiveServer } from './live-socket.ts';
import { RedisLink } from './redis-link.ts';

const OPTIONS: Partial<ServerOptions> = {
  path: '/live',
  transports: ['websocket'],
  allowUpgrades: false,
  serveClient: false,
  cookie: false,
  perMessageDeflate: false,
  httpCompression: false,
  maxHttpBufferSize: 64 * 1024,
  /** A connection that has not authenticated by then is closed; with the grace below that is five seconds. */
  connectTimeout: 4500,
  pingInterval: 15_000,
  pingTimeout: 10_000,
  // Recovery is left off on purpose: it would restore rooms without asking whether they are still allowed.
};

const GRACE_MS = 500;

/** A websocket closes by agreement; a peer that does not answer would keep its connection for half a minute. */
const endForReal = (connection: { request: IncomingMessage; once(event: 'close', then: () => void): unknown }) => {
  const { socket } = connection.request;
  connection.once('close', () => void setTimeout(() => socket.destroy(), GRACE_MS));
};

/** Socket.IO on `/live`: websocket only, our own pages only, authenticated before anything else. */
export class LiveIoAdapter extends IoAdapter {
  private readonly handshake: Handshake;
  private readonly redis: RedisLink;
  private readonly port: () => number;

  /** `port` tells where this server listens, once it does: part of our own pages' origin. */
  constructor(app: INestApplicationContext, port: () => number) {
    super(app);
    this.port = port;
    this.handshake = app.get(Handshake, { strict: false });
    this.redis = app.get(RedisLink, { strict: false });
  }

  override createIOServer(port: number, options?: ServerOptions): LiveServer {
    const server = super.createIOServer(port, {
      ...options,
      ...OPTIONS,
      ...this.redis.adapterOption(),
      allowRequest: (request: IncomingMessage, decide: (refusal: string | null, isAllowed: boolean) => void) => {
        const isWelcome = this.handshake.mayKnock(request, this.port());
        decide(isWelcome ? null : 'access/origin', isWelcome);
      },
    } as ServerOptions) as LiveServer;
    server.engine.on('connection', endForReal);
    server.use((socket, next) => void this.handshake.authenticate(socket, next));
    return server;
  }
}
