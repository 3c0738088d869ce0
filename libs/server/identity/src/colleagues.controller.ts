import { Controller, Get } from '@nestjs/common';
import { colleague, pageOf, pageQuery } from '@caseboard/contracts';
import type { Colleague, Page } from '@caseboard/contracts';
import { Asking, Endpoint, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { strictObject } from 'zod/mini';
import type { PageAsk } from './pages.ts';
import { People } from './people.service.ts';

/** Names and faces. */
@Controller('api/v1/colleagues')
export class ColleaguesController {
  constructor(private readonly people: People) {}

  @Endpoint({
    id: 'colleagues.list',
    permission: 'identity.colleague.read',
    summary: 'Everybody of the organisation, by name.',
    query: strictObject(pageQuery),
    reply: pageOf(colleague),
  })
  @Get()
  list(@Asking() caller: Caller, @Query() query: PageAsk): Promise<Page<Colleague>> {
    return this.people.list(caller, query);
  }
}
