import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ExportRegistry, LiveRegistry, SearchRegistry } from '@caseboard/server/kernel';
import { chartChannels } from './charts.access.ts';
import { encounterSearcher, patientSearcher } from './charts.searchers.ts';
import { clinicianRow } from './clinician.row.ts';
import { encounterRow } from './encounter.row.ts';
import { Encounters } from './encounters.service.ts';
import { exportedEncounters, exportedPatients } from './exported-charts.ts';
import { FhirImport } from './fhir-import.ts';
import { ImportKinds } from './import-kinds.service.ts';
import { PatientRecords } from './patient-records.service.ts';
import { patientRow } from './patient.row.ts';

/** Registers what charts show, follow, find, export and import. */
@Injectable()
export class ChartsWiring implements OnModuleInit {
  constructor(
    private readonly live: LiveRegistry,
    private readonly search: SearchRegistry,
    private readonly exports: ExportRegistry,
    private readonly kinds: ImportKinds,
    private readonly fhir: FhirImport,
    private readonly records: PatientRecords,
    private readonly encounters: Encounters,
  ) {}

  onModuleInit(): void {
    for (const row of [patientRow, clinicianRow]) this.live.registerRow(row);
    this.live.registerRow(encounterRow);
    for (const channel of chartChannels) this.live.registerChannel(channel);
    this.search.register(patientSearcher);
    this.search.register(encounterSearcher);
    this.exports.register(exportedPatients(this.records));
    this.exports.register(exportedEncounters(this.encounters));
    this.kinds.register(this.fhir);
  }
}
