import { Controller, Delete, Post, Put } from '@nestjs/common';
import { codingCase, codingCodesPut, pendAsk, reopenAsk } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { CodingCodesService } from './coding-codes.service.ts';
import { CodingPendsService } from './coding-pends.service.ts';
import { FinalizationService } from './finalization.service.ts';

/** What coders do to a case. Each answers with the case as it is then. */
@Controller('api/v1/coding-cases/:id')
export class CodingWorkController {
  constructor(
    private readonly codes: CodingCodesService,
    private readonly pends: CodingPendsService,
    private readonly finalization: FinalizationService,
  ) {}

  @Put('codes')
  @Endpoint({
    id: 'codingCases.putCodes',
    permission: 'coding.case.edit',
    summary: 'Replaces the codes of a case, in their sequence; pointers name places in this list, counted from 1.',
    body: codingCodesPut,
    reply: codingCase,
    isVersioned: true,
  })
  putCodes(@Asking() caller: Caller, @Id() id: string, @Body() { codes }: z.output<typeof codingCodesPut>) {
    return this.codes.put(caller, id, codes);
  }

  @Post('pends')
  @Endpoint({
    id: 'codingCases.pend',
    permission: 'coding.case.edit',
    summary: 'Puts a chart aside until something comes.',
    body: pendAsk,
    reply: codingCase,
    status: 201,
  })
  pend(@Asking() caller: Caller, @Id() id: string, @Body() { reason }: z.output<typeof pendAsk>) {
    return this.pends.add(caller, id, reason);
  }

  @Delete('pends/:pendId')
  @Endpoint({
    id: 'codingCases.clearPend',
    permission: 'coding.case.edit',
    summary: 'Says that what a chart waited for came; what waits for a query is cleared by its answer.',
    reply: codingCase,
  })
  clearPend(@Asking() caller: Caller, @Id() id: string, @Id('pendId') pendId: string) {
    return this.pends.clear(caller, id, pendId);
  }

  @Post('finalization')
  @Endpoint({
    id: 'codingCases.finalize',
    permission: 'coding.case.finalize',
    summary: 'Puts the codes on record, so that a claim is built. 409 names every barrier.',
    reply: codingCase,
    status: 200,
    isVersioned: true,
  })
  finalize(@Asking() caller: Caller, @Id() id: string) {
    return this.finalization.finalize(caller, id);
  }

  @Post('reopening')
  @Endpoint({
    id: 'codingCases.reopen',
    permission: 'coding.case.reopen',
    summary: 'Makes a finalized or billed chart work again, for a reason.',
    body: reopenAsk,
    reply: codingCase,
    status: 200,
    isVersioned: true,
  })
  reopen(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof reopenAsk>) {
    return this.finalization.reopen(caller, id, body);
  }
}
