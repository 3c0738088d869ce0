import { Controller, Get, Post } from '@nestjs/common';
import { pageOf, rejectionCase, rejectionCaseDetail, rejectionResolutionAsk } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { rejectionsQuery } from './rejections.queries.ts';
import type { RejectionsQuery } from './rejections.queries.ts';
import { Rejections } from './rejections.service.ts';

/** Claims that came back before adjudication. */
@Controller('api/v1/rejections')
export class RejectionsController {
  constructor(private readonly rejections: Rejections) {}

  @Get()
  @Endpoint({
    id: 'rejections.list',
    permission: 'billing.rejection.read',
    summary: 'Rejected claims, the one whose time to file runs out first on top; without a state those still open.',
    query: rejectionsQuery,
    reply: pageOf(rejectionCase),
  })
  list(@Asking() caller: Caller, @Query() query: RejectionsQuery) {
    return this.rejections.list(caller, query);
  }

  @Get(':id')
  @Endpoint({
    id: 'rejections.get',
    permission: 'billing.rejection.read',
    summary: 'One rejected claim with its story.',
    reply: rejectionCaseDetail,
  })
  read(@Asking() caller: Caller, @Id() id: string) {
    return this.rejections.read(caller, id);
  }

  @Post(':id/resolution')
  @Endpoint({
    id: 'rejections.resolve',
    permission: 'billing.rejection.resolve',
    summary: 'Says what was done about it; its work is done.',
    body: rejectionResolutionAsk,
    reply: rejectionCase,
    status: 200,
    isVersioned: true,
  })
  resolve(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof rejectionResolutionAsk>) {
    return this.rejections.resolve(caller, id, body);
  }
}
