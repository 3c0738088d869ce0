import { Controller, Get } from '@nestjs/common';
import { code, codingCase, codingCaseDetail, pageOf } from '@caseboard/contracts';
import { Asking, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { CodeSets } from './code-sets.service.ts';
import { CodingCaseDetails } from './coding-case-detail.service.ts';
import { CodingCaseList } from './coding-case-list.service.ts';
import { codesQuery, codingCasesQuery } from './coding.queries.ts';
import type { CodesQuery, CodingCasesQuery } from './coding.queries.ts';

/** Charts to code, and the codes to code them with. */
@Controller('api/v1')
export class CodingCasesController {
  constructor(
    private readonly cases: CodingCaseList,
    private readonly details: CodingCaseDetails,
    private readonly sets: CodeSets,
  ) {}

  @Get('coding-cases')
  @Endpoint({
    id: 'codingCases.list',
    permission: 'coding.case.read',
    summary: 'Coding cases by state, owner, number and ids, highest priority first; else those that are not final.',
    query: codingCasesQuery,
    reply: pageOf(codingCase),
  })
  list(@Asking() caller: Caller, @Query() query: CodingCasesQuery) {
    return this.cases.list(caller, query);
  }

  @Get('coding-cases/:id')
  @Endpoint({
    id: 'codingCases.get',
    permission: 'coding.case.read',
    summary: 'One coding case with its story and what keeps it from being final.',
    reply: codingCaseDetail,
  })
  get(@Asking() caller: Caller, @Id() id: string) {
    return this.details.get(caller, id);
  }

  @Get('codes')
  @Endpoint({
    id: 'codes.search',
    permission: 'coding.code.search',
    summary:
      'At most 20 codes that begin with the text, or whose words do, valid on a date of service; the best first.',
    query: codesQuery,
    reply: pageOf(code),
  })
  search(@Asking() caller: Caller, @Query() query: CodesQuery) {
    return this.sets.search(caller, query);
  }
}
