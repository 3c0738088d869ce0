import { Controller, Get } from '@nestjs/common';
import { searchQuery, searchResult } from '@caseboard/contracts';
import type * as z from 'zod/mini';
import { Endpoint } from '../access/endpoint.ts';
import { Asking, Query } from '../access/handler-params.ts';
import type { Caller } from '../access/principal.ts';
import { SearchService } from './search.service.ts';

/** One search over everything. */
@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get()
  @Endpoint({
    id: 'search.find',
    permission: 'search.record.find',
    summary: 'A few things of each kind that fit a text, as far as the person may see them.',
    query: searchQuery,
    reply: searchResult,
  })
  find(@Asking() caller: Caller, @Query() query: z.output<typeof searchQuery>) {
    return this.search.find(caller, query.text);
  }
}
