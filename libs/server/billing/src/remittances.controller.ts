import { Controller, Get } from '@nestjs/common';
import { pageOf, remittance, remittanceSummary } from '@caseboard/contracts';
import { Asking, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { remittancesQuery } from './billing.queries.ts';
import type { RemittancesQuery } from './billing.queries.ts';
import { Remittances } from './remittances.service.ts';

@Controller('api/v1/remittances')
export class RemittancesController {
  constructor(private readonly remittances: Remittances) {}

  @Get()
  @Endpoint({
    id: 'remittances.list',
    permission: 'billing.remittance.read',
    summary: 'Remittances, newest first',
    query: remittancesQuery,
    reply: pageOf(remittanceSummary),
  })
  list(@Asking() caller: Caller, @Query() query: RemittancesQuery) {
    return this.remittances.list(caller, query);
  }

  @Get(':id')
  @Endpoint({
    id: 'remittances.get',
    permission: 'billing.remittance.read',
    summary: 'One remittance with its claims and provider adjustments',
    reply: remittance,
  })
  read(@Asking() caller: Caller, @Id() id: string) {
    return this.remittances.read(caller, id);
  }
}
