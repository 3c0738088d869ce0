export { PatientAccountsModule } from './patient-accounts.module.ts';
export { AccountList } from './account-list.service.ts';
export { PatientPayments } from './patient-payments.service.ts';
