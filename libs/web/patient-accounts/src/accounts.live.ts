import { channels, pageOf, patientAccount, patientAccountSummary } from '@caseboard/contracts';
import type { PatientAccount, PatientAccountSummary } from '@caseboard/contracts';
import { api, type LiveSource } from '@caseboard/web/kernel';
import * as z from 'zod/mini';
import { isInView, type AccountFilters } from './account-views.rules.ts';

const page = pageOf(patientAccountSummary);
const common = { kind: 'patient-account', idOf: ({ id }: { id: string }) => id };

/** Accounts as the page's filters ask for them, those that owe most first. */
export const accountsSource = (filters: AccountFilters): LiveSource<PatientAccountSummary> => ({
  ...common,
  channel: channels.accounts(),
  load: (cursor) =>
    api.get('/patient-accounts', page, { query: { state: filters.state, text: filters.text, cursor, limit: 100 } }),
  fetch: (ids) => api.get('/patient-accounts', page, { query: { ids: ids.join(','), limit: 200 } }),
  parse: (body) => z.safeParse(patientAccountSummary, body).data,
  accepts: (row) => isInView(filters, row),
});

/** One account with everything behind it. Frames hold its summary only, so it is read again after each. */
export const openedAccount = (id: string): LiveSource<PatientAccount> => ({
  ...common,
  channel: channels.case('patient-account', id),
  isPartial: true,
  load: async () => {
    const account = await readAccount(id);
    return { items: [account], nextCursor: null, asOf: account.asOf };
  },
  fetch: async () => {
    const account = await readAccount(id);
    return { items: [account], asOf: account.asOf };
  },
  parse: () => undefined,
});

const readAccount = (id: string) => api.get(`/patient-accounts/${id}`, patientAccount);
