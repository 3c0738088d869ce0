import { Module } from '@nestjs/common';
import { IdentityModule, SessionWatch } from '@caseboard/server/identity';
import { AccessWatch } from './access-watch.ts';
import { ChangesController } from './changes.controller.ts';
import { ChangesService } from './changes.service.ts';
import { Delivery } from './delivery.ts';
import { Handshake } from './handshake.ts';
import { HintRelayModule } from './hint-relay.module.ts';
import { LiveGateway } from './live.gateway.ts';
import { Missed } from './missed.ts';
import { Presence } from './presence.ts';
import { Projection } from './projection.ts';
import { Rooms } from './rooms.ts';
import { Rounds } from './rounds.ts';
import { SESSION_LOOKUP } from './session-lookup.ts';
import { SocketLimits } from './socket-limits.ts';
import { Subscriptions } from './subscriptions.ts';
import { Tail } from './tail.ts';

const LIVE_PATH = [
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
  LiveGateway,
];

/** Sockets: authentication, rooms, delivery, presence; and the same changes by HTTP. */
@Module({
  imports: [IdentityModule, HintRelayModule],
  controllers: [ChangesController],
  providers: [{ provide: SESSION_LOOKUP, useExisting: SessionWatch }, ...LIVE_PATH],
})
export class RealtimeModule {}
