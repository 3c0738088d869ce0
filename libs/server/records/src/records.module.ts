import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '@caseboard/server/identity';
import { JobRegistry, LiveRegistry } from '@caseboard/server/kernel';
import { Charts } from './charts.service.ts';
import { ChartsWiring } from './charts.wiring.ts';
import { CliniciansController } from './clinicians.controller.ts';
import { Clinicians } from './clinicians.service.ts';
import { EncounterWork } from './encounter-work.service.ts';
import { DocumentsController, EncountersController } from './encounters.controller.ts';
import { Encounters } from './encounters.service.ts';
import { FhirImport } from './fhir-import.ts';
import { ImportFailures } from './import-failures.service.ts';
import { ImportIntake } from './import-intake.service.ts';
import { ImportKinds } from './import-kinds.service.ts';
import { ImportLeases } from './import-leases.service.ts';
import { ImportRunner } from './import-runner.service.ts';
import { IMPORT_TIMINGS, USUAL_TIMINGS } from './import-timings.ts';
import { importRow } from './import.row.ts';
import { importChannels } from './imports.access.ts';
import { ImportsController } from './imports.controller.ts';
import { Imports } from './imports.service.ts';
import { PatientRecords } from './patient-records.service.ts';
import { PatientMergesController, PatientsController } from './patients.controller.ts';
import { Patients } from './patients.service.ts';
import { PayerDirectory } from './payer-directory.service.ts';
import { payerRow } from './payer.row.ts';
import { PayerRulesController } from './payer-rules.controller.ts';
import { PayerRules } from './payer-rules.service.ts';
import { PayersController } from './payers.controller.ts';
import { Payers } from './payers.service.ts';

/** Payers and their dated rules, patients, charts, imports. */
@Module({
  imports: [IdentityModule],
  controllers: [
    PayersController,
    PayerRulesController,
    ImportsController,
    PatientsController,
    PatientMergesController,
    EncountersController,
    DocumentsController,
    CliniciansController,
  ],
  providers: [
    { provide: IMPORT_TIMINGS, useValue: USUAL_TIMINGS },
    PayerDirectory,
    PayerRules,
    Payers,
    Patients,
    Charts,
    EncounterWork,
    FhirImport,
    PatientRecords,
    Encounters,
    Clinicians,
    ChartsWiring,
    ImportKinds,
    ImportIntake,
    ImportLeases,
    ImportFailures,
    ImportRunner,
    Imports,
  ],
  exports: [Payers, Patients, Charts, EncounterWork, ImportKinds, Imports, ImportRunner],
})
export class RecordsModule implements OnModuleInit {
  constructor(
    private readonly live: LiveRegistry,
    private readonly jobs: JobRegistry,
    private readonly runner: ImportRunner,
  ) {}

  onModuleInit(): void {
    this.live.registerRow(payerRow);
    this.live.registerRow(importRow);
    for (const channel of importChannels) this.live.registerChannel(channel);
    this.jobs.register('imports', (payload, signal) => this.runner.run(payload, signal));
  }
}
