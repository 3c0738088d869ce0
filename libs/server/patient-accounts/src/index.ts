export { PatientAccountsModule } from './patient-accounts.module.ts';
