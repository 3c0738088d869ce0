import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { JobRegistry, LiveRegistry } from '@caseboard/server/kernel';
import { Charts } from './charts.service.ts';
import { EncounterWork } from './encounter-work.service.ts';
import { encounterRow } from './encounter.row.ts';
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
import { patientRow } from './patient.row.ts';
import { Patients } from './patients.service.ts';
import { PayerDirectory } from './payer-directory.service.ts';
import { payerRow } from './payer.row.ts';
import { PayerRulesController } from './payer-rules.controller.ts';
import { PayerRules } from './payer-rules.service.ts';
import { PayersController } from './payers.controller.ts';
import { Payers } from './payers.service.ts';

/** Payers and their dated rules, patients, imports. */
@Module({
  controllers: [PayersController, PayerRulesController, ImportsController],
  providers: [
    { provide: IMPORT_TIMINGS, useValue: USUAL_TIMINGS },
    PayerDirectory,
    PayerRules,
    Payers,
    Patients,
    Charts,
    EncounterWork,
    FhirImport,
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
    private readonly kinds: ImportKinds,
    private readonly fhir: FhirImport,
  ) {}

  onModuleInit(): void {
    this.live.registerRow(payerRow);
    this.live.registerRow(importRow);
    this.live.registerRow(patientRow);
    this.live.registerRow(encounterRow);
    this.kinds.register(this.fhir);
    for (const channel of importChannels) this.live.registerChannel(channel);
    this.jobs.register('imports', (payload, signal) => this.runner.run(payload, signal));
  }
}
