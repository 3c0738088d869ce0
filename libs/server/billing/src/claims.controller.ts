import { Controller, Get } from '@nestjs/common';
import { claim, claimSummary, pageOf } from '@caseboard/contracts';
import { Asking, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { claimsQuery } from './billing.queries.ts';
import type { ClaimsQuery } from './billing.queries.ts';
import { Claims } from './claims.service.ts';

@Controller('api/v1/claims')
export class ClaimsController {
  constructor(private readonly claims: Claims) {}

  @Get()
  @Endpoint({
    id: 'claims.list',
    permission: 'billing.claim.read',
    summary: 'Claims, newest first',
    query: claimsQuery,
    reply: pageOf(claimSummary),
  })
  list(@Asking() caller: Caller, @Query() query: ClaimsQuery) {
    return this.claims.list(caller, query);
  }

  @Get(':id')
  @Endpoint({
    id: 'claims.get',
    permission: 'billing.claim.read',
    summary: 'One claim with its lines, adjustments and timeline',
    reply: claim,
  })
  read(@Asking() caller: Caller, @Id() id: string) {
    return this.claims.read(caller, id);
  }
}
