import { Controller, Get, Param, Post } from '@nestjs/common';
import { nextItem, queueKey, queueList } from '@caseboard/contracts';
import { Asking, Endpoint, notFound } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import * as z from 'zod/mini';
import { OwnershipService } from './ownership.service.ts';
import { WorkItemsService } from './work-items.service.ts';

/** Queues and "give me the next one". */
@Controller('api/v1/queues')
export class QueuesController {
  constructor(
    private readonly items: WorkItemsService,
    private readonly ownership: OwnershipService,
  ) {}

  @Get()
  @Endpoint({
    id: 'queues.list',
    permission: 'worklist.queue.read',
    summary: 'All queues with their open items and mine.',
    reply: queueList,
  })
  list(@Asking() caller: Caller) {
    return this.items.listQueues(caller);
  }

  @Post(':key/next')
  @Endpoint({
    id: 'queues.next',
    permission: 'worklist.item.next',
    summary: 'Takes the best free item of the queue for me; 204 when there is none.',
    reply: nextItem,
  })
  next(@Asking() caller: Caller, @Param('key') key: string) {
    const known = z.safeParse(queueKey, key);
    if (!known.success) throw notFound();
    return this.ownership.next(caller, known.data);
  }
}
