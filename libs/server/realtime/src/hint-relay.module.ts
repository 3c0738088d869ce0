import { Module } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { RedisLink } from './redis-link.ts';
import { RedisRelay } from './redis-relay.ts';

/** Hints between nodes through Redis when REDIS_URL is set; part of RealtimeModule and of LiveWorkerModule. */
@Module({ providers: [RedisLink, RedisRelay], exports: [RedisLink] })
export class HintRelayModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly relay: RedisRelay;
  private readonly link: RedisLink;

  constructor(relay: RedisRelay, link: RedisLink) {
    this.relay = relay;
    this.link = link;
  }

  onApplicationBootstrap(): void {
    this.relay.start();
  }

  onApplicationShutdown(): void {
    this.relay.stop();
    this.link.close();
  }
}
