import { Controller, Post } from '@nestjs/common';
import { claim, lineageAsk } from '@caseboard/contracts';
import type { LineageAsk } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { ClaimLineage } from './claim-lineage.service.ts';

@Controller('api/v1/claims')
export class ClaimLineageController {
  constructor(private readonly lineage: ClaimLineage) {}

  @Post(':id/lineage')
  @Endpoint({
    id: 'claims.decideLineage',
    permission: 'billing.claim.send',
    summary: 'Replace, void or keep a sent claim whose codes changed',
    body: lineageAsk,
    reply: claim,
    status: 200,
  })
  decide(@Asking() caller: Caller, @Id() id: string, @Body() body: LineageAsk) {
    return this.lineage.decide(caller, id, body);
  }
}
