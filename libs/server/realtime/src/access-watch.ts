import { Inject, Injectable } from '@nestjs/common';
import type { ErrorCode } from '@caseboard/contracts';
import { AppError, isConnectionLoss, LiveRegistry, LOG, UnitOfWork } from '@caseboard/server/kernel';
import type { Log, Principal } from '@caseboard/server/kernel';
import type { LiveSocket } from './live-socket.ts';
import type { OrgStream } from './org-stream.ts';
import { Presence } from './presence.ts';
import { channelsOf, leaveChannel, Rooms, sendAway } from './rooms.ts';
import { SESSION_LOOKUP } from './session-lookup.ts';
import type { SessionLookup } from './session-lookup.ts';

const ROOMS_EVERY_MS = 60_000;
const AT_ONCE = 4;

/** Keeps connections and rooms to what their people may see (live-path 18). */
@Injectable()
export class AccessWatch {
  private readonly uow: UnitOfWork;
  private readonly registry: LiveRegistry;
  private readonly rooms: Rooms;
  private readonly presence: Presence;
  private readonly sessions: SessionLookup;
  private readonly log: Log;
  private readonly refreshing = new WeakMap<LiveSocket, Promise<void>>();

  constructor(
    uow: UnitOfWork,
    registry: LiveRegistry,
    rooms: Rooms,
    presence: Presence,
    @Inject(SESSION_LOOKUP) sessions: SessionLookup,
    @Inject(LOG) log: Log,
  ) {
    this.uow = uow;
    this.registry = registry;
    this.rooms = rooms;
    this.presence = presence;
    this.sessions = sessions;
    this.log = log;
  }

  /** Rights of these people changed at `seq`: their sessions and rooms are checked before it resolves. */
  async changed(orgId: string, userIds: ReadonlySet<string>, seq: number): Promise<void> {
    this.sessions.forgetUsers(orgId, [...userIds]);
    const concerned = this.rooms.ofOrg(orgId).filter((socket) => userIds.has(socket.data.principal.userId));
    await this.recheckRooms(await this.recheckSessions(orgId, concerned, seq));
  }

  /** Everybody of the organisation, after its log changed its epoch. */
  async all(orgId: string, seq: number): Promise<void> {
    await this.recheckRooms(await this.recheckSessions(orgId, this.rooms.ofOrg(orgId), seq));
  }

  /**
   * Makes sure the principal is as of everything this node has met of the person's rights; throws
   * `live/ended` when the session is over.
   */
  async refresh(socket: LiveSocket, stream: OrgStream): Promise<void> {
    const { data } = socket;
    while (stream.accessChangedAt(data.principal.userId) > data.checkedThrough) {
      const running =
        this.refreshing.get(socket) ?? this.refreshNow(socket, stream).finally(() => this.refreshing.delete(socket));
      this.refreshing.set(socket, running);
      await running;
    }
  }

  /** Ends connections whose session is over; rooms that were not checked for 60 s are checked. Every 5 s. */
  async sweep(now: number): Promise<void> {
    const byOrg = Map.groupBy(this.rooms.sockets(), (socket) => socket.data.principal.orgId);
    for (const [orgId, sockets] of byOrg) {
      const alive = await this.recheckSessions(orgId, sockets);
      await this.recheckRooms(alive.filter((socket) => now - socket.data.checkedAt >= ROOMS_EVERY_MS));
    }
  }

  /** Says good-bye and ends the connection. */
  end(socket: LiveSocket, code: ErrorCode): void {
    socket.emit('bye', { code });
    socket.disconnect(true);
  }

  private async refreshNow(socket: LiveSocket, stream: OrgStream): Promise<void> {
    const { orgId, userId } = socket.data.principal;
    const through = Math.max(stream.position, stream.accessChangedAt(userId));
    const [alive] = await this.recheckSessions(orgId, [socket], through);
    if (!alive) throw new AppError('live/ended');
  }

  /** Ends the connections of sessions that are over, renews the others' principals; those go on. */
  private async recheckSessions(
    orgId: string,
    sockets: readonly LiveSocket[],
    through?: number,
  ): Promise<LiveSocket[]> {
    if (sockets.length === 0) return [];
    const sessionIds = [...new Set(sockets.map((socket) => socket.data.principal.sessionId))];
    const good = await this.sessions.sessionsOf(orgId, sessionIds);
    return sockets.filter((socket) => {
      const principal = good.get(socket.data.principal.sessionId)?.principal;
      if (!principal) this.end(socket, 'live/ended');
      else Object.assign(socket.data, { principal, ...(through === undefined ? {} : { checkedThrough: through }) });
      return principal !== undefined;
    });
  }

  private async recheckRooms(sockets: readonly LiveSocket[]): Promise<void> {
    for (let at = 0; at < sockets.length; at += AT_ONCE) {
      await Promise.all(sockets.slice(at, at + AT_ONCE).map((socket) => this.recheckRoomsOf(socket)));
    }
  }

  /** Without the database nobody is sent anything, so that may wait; whatever else fails ends the connection. */
  private async recheckRoomsOf(socket: LiveSocket): Promise<void> {
    try {
      const followed = channelsOf(socket);
      const kept = await this.admitted(socket.data.principal, followed);
      for (const channel of followed) if (!kept.has(channel)) this.close(socket, channel);
      socket.data.checkedAt = Date.now();
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
      this.log.error({ code: (error as { code?: string }).code }, 'rooms could not be checked');
      sendAway(socket);
    }
  }

  private async admitted(principal: Principal, channels: readonly string[]): Promise<Set<string>> {
    const admitted = new Set<string>();
    if (channels.length === 0) return admitted;
    return this.uow.peek(principal.orgId, async (tx) => {
      for (const channel of channels) if (await this.registry.admits(tx, principal, channel)) admitted.add(channel);
      return admitted;
    });
  }

  private close(socket: LiveSocket, channel: string): void {
    leaveChannel(socket, channel);
    this.presence.left(socket, channel);
    socket.emit('closed', { channel, code: 'live/unknown-channel' });
  }
}
