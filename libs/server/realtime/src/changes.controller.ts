import { Controller, Get, Param } from '@nestjs/common';
import { channelName, frame, sequence } from '@caseboard/contracts';
import type { SubscribeReply } from '@caseboard/contracts';
import { Asking, Endpoint, notFound, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import * as z from 'zod/mini';
import { ChangesService } from './changes.service.ts';

const changesQuery = z.strictObject({
  since: z.optional(z.pipe(z.coerce.number(), sequence)),
  epoch: z.optional(z.string().check(z.maxLength(64))),
});

const changesReply = z.object({
  ok: z.literal(true),
  epoch: z.string(),
  head: sequence,
  mode: z.enum(['live', 'replay', 'resync']),
  events: z.optional(z.array(frame)),
});

/** The live path for screens that cannot open a websocket: they ask every few seconds. */
@Controller('api/v1/channels')
export class ChangesController {
  private readonly changes: ChangesService;

  constructor(changes: ChangesService) {
    this.changes = changes;
  }

  @Endpoint({
    id: 'channels.changes',
    permission: 'live.channel.subscribe',
    summary: 'What changed on a channel since a sequence: the same answer as the socket event `subscribe`.',
    query: changesQuery,
    reply: changesReply,
  })
  @Get(':channel/changes')
  list(
    @Asking() caller: Caller,
    @Param('channel') channel: string,
    @Query() query: z.infer<typeof changesQuery>,
  ): Promise<SubscribeReply> {
    if (!z.safeParse(channelName, channel).success) throw notFound();
    return this.changes.changesSince(caller, { channel, ...query });
  }
}
