import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { allowedOrigins, CONFIG, LOG, sessionTokenOf } from '@caseboard/server/kernel';
import type { Config, Log } from '@caseboard/server/kernel';
import type { LiveSocket } from './live-socket.ts';
import { Rooms, sendAway } from './rooms.ts';
import { SESSION_LOOKUP } from './session-lookup.ts';
import type { SessionLookup } from './session-lookup.ts';
import { SocketLimits } from './socket-limits.ts';

/** Who may open a connection: exactly our own pages, with a session that is good now. */
@Injectable()
export class Handshake {
  private readonly sessions: SessionLookup;
  private readonly limits: SocketLimits;
  private readonly rooms: Rooms;
  private readonly originsAt: (port: number) => ReadonlySet<string>;
  private readonly log: Log;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(SESSION_LOOKUP) sessions: SessionLookup,
    limits: SocketLimits,
    rooms: Rooms,
    @Inject(LOG) log: Log,
  ) {
    this.sessions = sessions;
    this.limits = limits;
    this.rooms = rooms;
    this.originsAt = allowedOrigins(config);
    this.log = log;
  }

  /**
   * Browsers let any page open a websocket here and send our cookie with it, and Socket.IO's own CORS setting
   * does not guard this transport: a foreign, null or missing Origin is refused before anything else.
   */
  mayKnock(request: IncomingMessage, port: number): boolean {
    const { origin } = request.headers;
    return !this.rooms.isOver && origin !== undefined && this.originsAt(port).has(origin);
  }

  /** Socket.IO middleware: refuses with `access/no-session`, else keeps who it is on the connection. */
  async authenticate(socket: LiveSocket, next: (refusal?: Error) => void): Promise<void> {
    try {
      const token = sessionTokenOf(socket.handshake.headers.cookie);
      const session = token === undefined ? undefined : await this.sessions.liveByToken(token);
      if (!session) return next(new Error('access/no-session'));
      // Nothing is known to be checked yet: the first subscribe reads the rights again, beside the log.
      Object.assign(socket.data, {
        principal: session.principal,
        traceId: newTraceId(),
        checkedThrough: -1,
        checkedAt: Date.now(),
      });
      this.limits.watch(socket);
      next();
    } catch (error) {
      // Refusing would be final for the client; a closed connection makes it try again.
      this.log.warn({ code: (error as { code?: string }).code }, 'a connection could not be authenticated');
      sendAway(socket);
    }
  }
}

const newTraceId = () => randomUUID().replaceAll('-', '');
