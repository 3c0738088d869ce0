import { Controller, Get } from '@nestjs/common';
import { counter, denialCase, denialCaseDetail, pageOf, sequence } from '@caseboard/contracts';
import { Asking, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import * as z from 'zod/mini';
import { DenialBoardService } from './denial-board.service.ts';
import { DenialCaseDetails } from './denial-case-detail.service.ts';
import { denialCasesQuery } from './denials.queries.ts';
import type { DenialCasesQuery } from './denials.queries.ts';

const boardTotals = z.object({ counters: z.array(counter), asOf: sequence });

/** Cases as a board, as a table, and opened. */
@Controller('api/v1')
export class DenialCasesController {
  constructor(
    private readonly board: DenialBoardService,
    private readonly details: DenialCaseDetails,
  ) {}

  @Get('denial-cases')
  @Endpoint({
    id: 'denialCases.list',
    permission: 'denials.denial.read',
    summary: 'Cases by stage, payer and owner, highest priority first; without a stage all that are not closed.',
    query: denialCasesQuery,
    reply: pageOf(denialCase),
  })
  list(@Asking() caller: Caller, @Query() query: DenialCasesQuery) {
    return this.board.listCases(caller, query);
  }

  @Get('denial-cases/:id')
  @Endpoint({
    id: 'denialCases.get',
    permission: 'denials.denial.read',
    summary: 'One case with its denials, its story and where it may go; by its id or a denial’s.',
    reply: denialCaseDetail,
  })
  get(@Asking() caller: Caller, @Id() id: string) {
    return this.details.get(caller, id);
  }

  @Get('boards/denials')
  @Endpoint({
    id: 'boards.denials',
    permission: 'denials.denial.read',
    summary: 'Cards and dollars of every column of the denial board.',
    reply: boardTotals,
  })
  totals(@Asking() caller: Caller) {
    return this.board.totals(caller);
  }
}
