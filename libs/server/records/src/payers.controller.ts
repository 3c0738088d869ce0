import { Controller, Get, Patch, Post } from '@nestjs/common';
import { pageOf, pageQuery, payer, payerPatch, payerRule, payerRuleWrite, payerWrite } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import * as z from 'zod/mini';
import { PayerDirectory } from './payer-directory.service.ts';
import { PayerRules } from './payer-rules.service.ts';

const listQuery = z.strictObject(pageQuery);

@Controller('api/v1/payers')
export class PayersController {
  constructor(
    private readonly directory: PayerDirectory,
    private readonly rules: PayerRules,
  ) {}

  @Get()
  @Endpoint({
    id: 'payers.list',
    permission: 'records.payer.read',
    summary: 'Payers by name, with their dated rules',
    query: listQuery,
    reply: pageOf(payer),
  })
  list(@Asking() caller: Caller, @Query() query: z.output<typeof listQuery>) {
    return this.directory.list(caller, query);
  }

  @Post()
  @Endpoint({
    id: 'payers.add',
    permission: 'records.payer.manage',
    summary: 'Make a payer',
    body: payerWrite,
    reply: payer,
    status: 201,
  })
  add(@Asking() caller: Caller, @Body() body: z.output<typeof payerWrite>) {
    return this.directory.add(caller, body);
  }

  @Patch(':id')
  @Endpoint({
    id: 'payers.change',
    permission: 'records.payer.manage',
    summary: 'Change a payer’s name or id',
    body: payerPatch,
    reply: payer,
    isVersioned: true,
  })
  change(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof payerPatch>) {
    return this.directory.change(caller, id, body);
  }

  @Post(':id/rules')
  @Endpoint({
    id: 'payers.addRule',
    permission: 'records.payer.manage',
    summary: 'Make a dated rule of a payer',
    body: payerRuleWrite,
    reply: payerRule,
    status: 201,
  })
  addRule(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof payerRuleWrite>) {
    return this.rules.add(caller, id, body);
  }
}
