import type { RemittanceSummary } from '@caseboard/contracts';
import type { ExportableList } from '@caseboard/server/kernel';
import { remittancesQuery } from './billing.queries.ts';
import type { RemittancesQuery } from './billing.queries.ts';
import type { Remittances } from './remittances.service.ts';

/** The list of remittances as a file. */
export const exportedRemittances = (remittances: Remittances): ExportableList<RemittancesQuery, RemittanceSummary> => ({
  name: 'remittances',
  permission: 'billing.remittance.read',
  query: remittancesQuery,
  columns: [
    { head: 'Remittance', value: (one) => one.number },
    { head: 'State', value: (one) => one.state },
    { head: 'Payer', value: (one) => one.payerName },
    { head: 'Trace', value: (one) => one.trace },
    { head: 'Paid', value: (one) => one.paidCents, isCents: true },
    { head: 'Paid on', value: (one) => one.paidOn },
    { head: 'Claims', value: (one) => one.claims },
    { head: 'Claims posted', value: (one) => one.claimsPosted },
    { head: 'Denials', value: (one) => one.denials },
  ],
  page: (caller, query) => remittances.list(caller, query),
});
