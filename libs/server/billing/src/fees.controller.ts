import { Controller, Get, Patch, Post } from '@nestjs/common';
import { fee, feePatch, feeWrite, pageOf } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { feesQuery } from './fees.queries.ts';
import type { FeesQuery } from './fees.queries.ts';
import { Fees } from './fees.service.ts';

@Controller('api/v1/fees')
export class FeesController {
  constructor(private readonly fees: Fees) {}

  @Get()
  @Endpoint({
    id: 'fees.list',
    permission: 'billing.fee.read',
    summary: 'What codes cost, by code, the newest price first',
    query: feesQuery,
    reply: pageOf(fee),
  })
  list(@Asking() caller: Caller, @Query() query: FeesQuery) {
    return this.fees.list(caller, query);
  }

  @Post()
  @Endpoint({
    id: 'fees.add',
    permission: 'billing.fee.manage',
    summary: 'Give a code a price from a day on; drafts that lack it are priced',
    body: feeWrite,
    reply: fee,
    status: 201,
  })
  add(@Asking() caller: Caller, @Body() body: z.output<typeof feeWrite>) {
    return this.fees.add(caller, body);
  }

  @Patch(':id')
  @Endpoint({
    id: 'fees.change',
    permission: 'billing.fee.manage',
    summary: 'Change a price; claims already made keep theirs',
    body: feePatch,
    reply: fee,
    isVersioned: true,
  })
  change(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof feePatch>) {
    return this.fees.change(caller, id, body);
  }
}
