import { Controller, Get, Post, Put } from '@nestjs/common';
import {
  counter,
  followUpCase,
  followUpCaseDetail,
  followUpStagePut,
  pageOf,
  payerCallAsk,
  sequence,
} from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import * as z from 'zod/mini';
import { FollowUpBoard } from './follow-up-board.service.ts';
import { FollowUpDetails } from './follow-up-details.service.ts';
import { followUpQuery } from './follow-up.queries.ts';
import type { FollowUpQuery } from './follow-up.queries.ts';
import { FollowUps } from './follow-ups.service.ts';

const boardTotals = z.object({ counters: z.array(counter), asOf: sequence });

/** Claims nobody answers: as a board, as a table, opened, moved, and asked about. */
@Controller('api/v1')
export class FollowUpController {
  constructor(
    private readonly board: FollowUpBoard,
    private readonly details: FollowUpDetails,
    private readonly cases: FollowUps,
  ) {}

  @Get('follow-up-cases')
  @Endpoint({
    id: 'followUpCases.list',
    permission: 'billing.follow-up.read',
    summary: 'Follow-up cases by stage, payer, owner and number; without a stage all that are not resolved',
    query: followUpQuery,
    reply: pageOf(followUpCase),
  })
  list(@Asking() caller: Caller, @Query() query: FollowUpQuery) {
    return this.board.list(caller, query);
  }

  @Get('follow-up-cases/:id')
  @Endpoint({
    id: 'followUpCases.get',
    permission: 'billing.follow-up.read',
    summary: 'One case with its calls, its claim’s story and where it may go',
    reply: followUpCaseDetail,
  })
  get(@Asking() caller: Caller, @Id() id: string) {
    return this.details.get(caller, id);
  }

  @Put('follow-up-cases/:id/stage')
  @Endpoint({
    id: 'followUpCases.putStage',
    permission: 'billing.follow-up.move',
    summary: 'Move a case to another stage',
    body: followUpStagePut,
    reply: followUpCase,
    isVersioned: true,
  })
  putStage(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof followUpStagePut>) {
    return this.cases.putStage(caller, id, body);
  }

  @Post('follow-up-cases/:id/calls')
  @Endpoint({
    id: 'followUpCases.logCall',
    permission: 'billing.call.log',
    summary: 'Log a contact with the payer; a promised day puts the case to sleep until then',
    body: payerCallAsk,
    reply: followUpCaseDetail,
    status: 201,
  })
  logCall(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof payerCallAsk>) {
    return this.cases.logCall(caller, id, body);
  }

  @Get('boards/follow-up')
  @Endpoint({
    id: 'boards.followUp',
    permission: 'billing.follow-up.read',
    summary: 'Cards and dollars of every column of the follow-up board',
    reply: boardTotals,
  })
  totals(@Asking() caller: Caller) {
    return this.board.totals(caller);
  }
}
