import { Controller, Delete, Get, Post } from '@nestjs/common';
import { pageOf, patient, patientMergeAsk, patientSummary } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { patientsQuery } from './charts.queries.ts';
import type { PatientsQuery } from './charts.queries.ts';
import { PatientRecords } from './patient-records.service.ts';

@Controller('api/v1/patients')
export class PatientsController {
  constructor(private readonly records: PatientRecords) {}

  @Get()
  @Endpoint({
    id: 'patients.list',
    permission: 'records.patient.read',
    summary: 'Patients by name',
    query: patientsQuery,
    reply: pageOf(patientSummary),
  })
  list(@Asking() caller: Caller, @Query() query: PatientsQuery) {
    return this.records.list(caller, query);
  }

  @Get(':id')
  @Endpoint({
    id: 'patients.get',
    permission: 'records.patient.read',
    summary: 'One patient with numbers, coverages and merges',
    reply: patient,
  })
  get(@Asking() caller: Caller, @Id() id: string) {
    return this.records.read(caller, id);
  }

  @Post(':id/merges')
  @Endpoint({
    id: 'patients.merge',
    permission: 'records.patient.merge',
    summary: 'Make this record part of another that is the same person',
    body: patientMergeAsk,
    reply: patient,
    status: 201,
  })
  merge(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof patientMergeAsk>) {
    return this.records.merge(caller, id, body);
  }
}

@Controller('api/v1/patient-merges')
export class PatientMergesController {
  constructor(private readonly records: PatientRecords) {}

  @Delete(':id')
  @Endpoint({
    id: 'patientMerges.undo',
    permission: 'records.patient.merge',
    summary: 'Take a merge back; everything is again where it was',
    status: 204,
  })
  undo(@Asking() caller: Caller, @Id() id: string) {
    return this.records.undo(caller, id);
  }
}
