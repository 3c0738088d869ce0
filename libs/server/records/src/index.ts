export { Charts } from './charts.service.ts';
export type {
  ChartEncounter,
  ChartPatient,
  EncounterCodes,
  EncounterWorkSource,
  PatientAddress,
} from './charts.types.ts';
export { ChunkPace } from './chunk-pace.ts';
export { dueDate } from './due-date.rules.ts';
export { EncounterWork } from './encounter-work.service.ts';
export type { Detection, ImportHandler, ImportRun, ImportVerdict } from './import-handler.ts';
export { ImportKinds } from './import-kinds.service.ts';
export { ImportRunner } from './import-runner.service.ts';
export { Imports } from './imports.service.ts';
export { nameKeyOf } from './name-key.rules.ts';
export { patientMark, patientName, type PersonName } from './patient-mark.rules.ts';
export type { PatientAsked } from './patient-match.rules.ts';
export { Patients } from './patients.service.ts';
export type { PayerName } from './payer-match.rules.ts';
export { PayerDirectory } from './payer-directory.service.ts';
export { ruleOn, ruleWords } from './payer-rule.rules.ts';
export { PayerRules } from './payer-rules.service.ts';
export { Payers, type KnownPayer } from './payers.service.ts';
export { RecordsModule } from './records.module.ts';
export { Clinicians } from './clinicians.service.ts';
export { Encounters } from './encounters.service.ts';
export { patientsByWords } from './encounter-list.repository.ts';
export { searchWords } from './patient-tokens.rules.ts';
