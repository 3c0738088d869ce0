import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { IdentityModule, SessionWatch } from '@caseboard/server/identity';
import { ChoreRegistry } from '@caseboard/server/kernel';
import { AccessWatch } from './access-watch.ts';
import { ChangesController } from './changes.controller.ts';
import { ChangesService } from './changes.service.ts';
import { Delivery } from './delivery.ts';
import { Handshake } from './handshake.ts';
import { HintRelayModule } from './hint-relay.module.ts';
import { LiveGateway } from './live.gateway.ts';
import { LogRetention } from './log-retention.ts';
import { Missed } from './missed.ts';
import { Presence } from './presence.ts';
import { Projection } from './projection.ts';
import { Rooms } from './rooms.ts';
import { Rounds } from './rounds.ts';
import { SESSION_LOOKUP } from './session-lookup.ts';
import { SocketLimits } from './socket-limits.ts';
import { Subscriptions } from './subscriptions.ts';
import { Tail } from './tail.ts';

/** Everything of the live path but where sessions come from. */
export const REALTIME_PROVIDERS = [
  Rooms,
  Projection,
  Missed,
  Delivery,
  Presence,
  AccessWatch,
  SocketLimits,
  Tail,
  Subscriptions,
  Handshake,
  Rounds,
  ChangesService,
  LogRetention,
  LiveGateway,
];

/** Sockets: authentication, rooms, delivery, presence; and the same changes by HTTP. */
@Module({
  imports: [IdentityModule, HintRelayModule],
  controllers: [ChangesController],
  providers: [{ provide: SESSION_LOOKUP, useExisting: SessionWatch }, ...REALTIME_PROVIDERS],
})
export class RealtimeModule implements OnModuleInit {
  private readonly chores: ChoreRegistry;
  private readonly retention: LogRetention;

  constructor(chores: ChoreRegistry, retention: LogRetention) {
    this.chores = chores;
    this.retention = retention;
  }

  onModuleInit(): void {
    this.chores.register(this.retention.chore());
  }
}
