import type { EncounterSummary, PatientSummary } from '@caseboard/contracts';
import type { ExportableList } from '@caseboard/server/kernel';
import { encountersQuery, patientsQuery } from './charts.queries.ts';
import type { EncountersQuery, PatientsQuery } from './charts.queries.ts';
import type { Encounters } from './encounters.service.ts';
import type { PatientRecords } from './patient-records.service.ts';

/** Patients as a file. */
export const exportedPatients = (records: PatientRecords): ExportableList<PatientsQuery, PatientSummary> => ({
  name: 'patients',
  permission: 'records.patient.read',
  query: patientsQuery,
  columns: [
    { head: 'Record number', value: (one) => one.mrn },
    { head: 'Name', value: (one) => one.name },
    { head: 'Born', value: (one) => one.birthDate },
    { head: 'Sex', value: (one) => one.sex },
  ],
  page: (caller, query) => records.list(caller, query),
});

/** Visits as a file. */
export const exportedEncounters = (encounters: Encounters): ExportableList<EncountersQuery, EncounterSummary> => ({
  name: 'encounters',
  permission: 'records.encounter.read',
  query: encountersQuery,
  columns: [
    { head: 'Visit', value: (one) => one.number },
    { head: 'Patient', value: (one) => one.patientName },
    { head: 'Record number', value: (one) => one.mrn },
    { head: 'Class', value: (one) => one.class },
    { head: 'Kind', value: (one) => one.words },
    { head: 'From', value: (one) => one.startedOn },
    { head: 'To', value: (one) => one.endedOn },
    { head: 'Attending', value: (one) => one.attendingName },
    { head: 'Documents', value: (one) => one.documentCount },
    { head: 'Coded', value: (one) => (one.isCoded ? 'yes' : 'no') },
  ],
  page: (caller, query) => encounters.list(caller, query),
});
