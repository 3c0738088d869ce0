import { Controller, Delete, Get, Put } from '@nestjs/common';
import { ownerPut, pageOf, workItem } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { OwnershipService } from './ownership.service.ts';
import { workItemsQuery } from './work-item.queries.ts';
import type { WorkItemsQuery } from './work-item.queries.ts';
import { WorkItemsService } from './work-items.service.ts';

/** Items of all queues and who holds them. */
@Controller('api/v1/work-items')
export class WorkItemsController {
  constructor(
    private readonly items: WorkItemsService,
    private readonly ownership: OwnershipService,
  ) {}

  @Get()
  @Endpoint({
    id: 'workItems.list',
    permission: 'worklist.item.read',
    summary: 'Items by queue, state and owner, highest priority first.',
    query: workItemsQuery,
    reply: pageOf(workItem),
  })
  list(@Asking() caller: Caller, @Query() query: WorkItemsQuery) {
    return this.items.listItems(caller, query);
  }

  @Get(':id')
  @Endpoint({ id: 'workItems.get', permission: 'worklist.item.read', summary: 'One item.', reply: workItem })
  get(@Asking() caller: Caller, @Id() id: string) {
    return this.items.getItem(caller, id);
  }

  @Put(':id/owner')
  @Endpoint({
    id: 'workItems.putOwner',
    permission: 'worklist.item.take',
    summary: 'Takes the item, or gives it to somebody (leads). 409 names the holder when somebody else has it.',
    body: ownerPut,
    reply: workItem,
    isVersioned: true,
  })
  putOwner(@Asking() caller: Caller, @Id() id: string, @Body() body: { userId: string }) {
    return this.ownership.putOwner(caller, id, body.userId.toLowerCase());
  }

  @Delete(':id/owner')
  @Endpoint({
    id: 'workItems.releaseOwner',
    permission: 'worklist.item.release',
    summary: 'Releases the item: its holder, or a lead.',
    reply: workItem,
    isVersioned: true,
  })
  releaseOwner(@Asking() caller: Caller, @Id() id: string) {
    return this.ownership.releaseOwner(caller, id);
  }
}
