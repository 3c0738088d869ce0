import { Controller, Delete, Patch } from '@nestjs/common';
import { payerRule, payerRulePatch } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { PayerRules } from './payer-rules.service.ts';

@Controller('api/v1/payer-rules')
export class PayerRulesController {
  constructor(private readonly rules: PayerRules) {}

  @Patch(':id')
  @Endpoint({
    id: 'payerRules.change',
    permission: 'records.payer.manage',
    summary: 'Change a dated rule',
    body: payerRulePatch,
    reply: payerRule,
    isVersioned: true,
  })
  change(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof payerRulePatch>) {
    return this.rules.change(caller, id, body);
  }

  @Delete(':id')
  @Endpoint({
    id: 'payerRules.remove',
    permission: 'records.payer.manage',
    summary: 'Remove a dated rule',
    isVersioned: true,
  })
  remove(@Asking() caller: Caller, @Id() id: string) {
    return this.rules.remove(caller, id);
  }
}
