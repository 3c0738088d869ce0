import { Controller, Get, Put } from '@nestjs/common';
import { clinicianEntry, clinicianUserPut, pageOf } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { cliniciansQuery } from './charts.queries.ts';
import type { CliniciansQuery } from './charts.queries.ts';
import { Clinicians } from './clinicians.service.ts';

@Controller('api/v1/clinicians')
export class CliniciansController {
  constructor(private readonly clinicians: Clinicians) {}

  @Get()
  @Endpoint({
    id: 'clinicians.list',
    permission: 'records.clinician.manage',
    summary: 'Clinicians by name',
    query: cliniciansQuery,
    reply: pageOf(clinicianEntry),
  })
  list(@Asking() caller: Caller, @Query() query: CliniciansQuery) {
    return this.clinicians.list(caller, query);
  }

  @Put(':id/user')
  @Endpoint({
    id: 'clinicians.putUser',
    permission: 'records.clinician.manage',
    summary: 'Say who signs in as a clinician, which opens that clinician’s charts to them',
    body: clinicianUserPut,
    reply: clinicianEntry,
  })
  putUser(@Asking() caller: Caller, @Id() id: string, @Body() { userId }: z.output<typeof clinicianUserPut>) {
    return this.clinicians.bind(caller, id, userId);
  }
}
