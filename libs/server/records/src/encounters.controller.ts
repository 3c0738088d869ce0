import { Controller, Get } from '@nestjs/common';
import { clinicalDocument, encounter, encounterSummary, pageOf } from '@caseboard/contracts';
import { Asking, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { encountersQuery } from './charts.queries.ts';
import type { EncountersQuery } from './charts.queries.ts';
import { Encounters } from './encounters.service.ts';

@Controller('api/v1/encounters')
export class EncountersController {
  constructor(private readonly encounters: Encounters) {}

  @Get()
  @Endpoint({
    id: 'encounters.list',
    permission: 'records.encounter.read',
    summary: 'Visits, the latest first; a physician sees those he took part in',
    query: encountersQuery,
    reply: pageOf(encounterSummary),
  })
  list(@Asking() caller: Caller, @Query() query: EncountersQuery) {
    return this.encounters.list(caller, query);
  }

  @Get(':id')
  @Endpoint({
    id: 'encounters.get',
    permission: 'records.encounter.read',
    summary: 'One visit with its chart, final codes and work',
    reply: encounter,
  })
  get(@Asking() caller: Caller, @Id() id: string) {
    return this.encounters.read(caller, id);
  }
}

@Controller('api/v1/documents')
export class DocumentsController {
  constructor(private readonly encounters: Encounters) {}

  @Get(':id')
  @Endpoint({
    id: 'documents.get',
    permission: 'records.document.read',
    summary: 'One document of a chart with its text',
    reply: clinicalDocument,
  })
  get(@Asking() caller: Caller, @Id() id: string) {
    return this.encounters.document(caller, id);
  }
}
