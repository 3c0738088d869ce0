import { Controller, Get, Put } from '@nestjs/common';
import { denial, denialCase, pageOf, stagePut } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { DenialBoardService } from './denial-board.service.ts';
import { DenialCasesService } from './denial-cases.service.ts';
import { denialsQuery } from './denials.queries.ts';
import type { DenialsQuery } from './denials.queries.ts';

/** Denials one by one, and the stage of the case they are in. */
@Controller('api/v1/denials')
export class DenialsController {
  constructor(
    private readonly board: DenialBoardService,
    private readonly cases: DenialCasesService,
  ) {}

  @Get()
  @Endpoint({
    id: 'denials.list',
    permission: 'denials.denial.read',
    summary: 'Denials, the newest first.',
    query: denialsQuery,
    reply: pageOf(denial),
  })
  list(@Asking() caller: Caller, @Query() query: DenialsQuery) {
    return this.board.listDenials(caller, query);
  }

  @Get(':id')
  @Endpoint({
    id: 'denials.get',
    permission: 'denials.denial.read',
    summary: 'One denial; version and stage are its case’s.',
    reply: denial,
  })
  get(@Asking() caller: Caller, @Id() id: string) {
    return this.board.getDenial(caller, id);
  }

  @Put(':id/stage')
  @Endpoint({
    id: 'denials.putStage',
    permission: 'denials.case.move',
    summary:
      'Moves the case of a denial (or a case by its own id); closing needs root cause, preventable and dollars recovered.',
    body: stagePut,
    reply: denialCase,
    isVersioned: true,
  })
  putStage(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof stagePut>) {
    return this.cases.putStage(caller, id, body);
  }
}
