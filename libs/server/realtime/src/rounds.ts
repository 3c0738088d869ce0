import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { LOG } from '@caseboard/server/kernel';
import type { Log } from '@caseboard/server/kernel';
import { AccessWatch } from './access-watch.ts';
import { Presence } from './presence.ts';
import { Rooms } from './rooms.ts';
import { SocketLimits } from './socket-limits.ts';
import { Tail } from './tail.ts';

const HEARTBEAT_MS = 4000;
const SESSIONS_MS = 5000;
const FORGET_MS = 30_000;
const PRESENCE_MS = 1000;
const BACKLOG_MS = 250;

/** Everything a node does on a rhythm for its sockets; starts with the server and ends with a good-bye. */
@Injectable()
export class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly tail: Tail;
  private readonly access: AccessWatch;
  private readonly presence: Presence;
  private readonly limits: SocketLimits;
  private readonly rooms: Rooms;
  private readonly log: Log;
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    tail: Tail,
    access: AccessWatch,
    presence: Presence,
    limits: SocketLimits,
    rooms: Rooms,
    @Inject(LOG) log: Log,
  ) {
    this.tail = tail;
    this.access = access;
    this.presence = presence;
    this.limits = limits;
    this.rooms = rooms;
    this.log = log;
  }

  onApplicationBootstrap(): void {
    this.tail.start();
    this.every(HEARTBEAT_MS, () => this.beat());
    this.every(SESSIONS_MS, () => this.access.sweep(Date.now()));
    this.every(FORGET_MS, () => this.tail.forget(Date.now()));
    this.every(PRESENCE_MS, () => this.presence.sweep(Date.now()));
    this.every(BACKLOG_MS, () => this.limits.sweep(performance.now()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.presence.stop();
    await this.tail.stop();
    this.rooms.end();
  }

  /** Tells each room how far its channel's log goes, so that a lost frame shows on a quiet channel too. */
  private beat(): void {
    for (const { orgId, channels } of this.tail.followed()) {
      for (const { name, head, isOpen } of channels.values()) {
        if (isOpen && this.rooms.size(orgId, name) > 0)
          this.rooms.whisper(orgId, name, 'head', { channel: name, head });
      }
    }
  }

  /** A round that takes longer than its rhythm is not started twice; one that fails is tried at the next. */
  private every(ms: number, round: () => void | Promise<void>): void {
    let isRunning = false;
    const turn = async () => {
      if (isRunning) return;
      isRunning = true;
      try {
        await round();
      } catch (error) {
        this.log.warn({ code: (error as { code?: string }).code }, 'a round for sockets failed');
      }
      isRunning = false;
    };
    this.timers.push(setInterval(() => void turn(), ms));
  }
}
