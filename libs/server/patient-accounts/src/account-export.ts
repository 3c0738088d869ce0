import type { PatientAccountSummary } from '@caseboard/contracts';
import type { ExportableList } from '@caseboard/server/kernel';
import type { AccountList } from './account-list.service.ts';
import { READ } from './patient-accounts.access.ts';
import { accountsQuery } from './patient-accounts.queries.ts';
import type { AccountsQuery } from './patient-accounts.queries.ts';

const dollars = (cents: number): string => (cents / 100).toFixed(2);

/** Accounts as a file, the same rows in the same order as the list. */
export const accountExport = (accounts: AccountList): ExportableList<AccountsQuery, PatientAccountSummary> => ({
  name: 'patient-accounts',
  permission: READ,
  query: accountsQuery,
  columns: [
    { head: 'Account', value: (row) => row.number },
    { head: 'Patient', value: (row) => row.patientName },
    { head: 'MRN', value: (row) => row.mrn },
    { head: 'Patient owes', value: (row) => dollars(row.balanceCents) },
    { head: 'Of it on hold', value: (row) => dollars(row.heldCents) },
    { head: 'With insurance', value: (row) => dollars(row.insuranceCents) },
    { head: 'Credit', value: (row) => dollars(row.creditCents) },
    { head: 'State', value: (row) => row.state },
    { head: 'Last statement', value: (row) => row.lastStatementOn },
  ],
  page: (caller, query) => accounts.list(caller, query),
});
