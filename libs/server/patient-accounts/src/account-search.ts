import type { AccountState } from '@caseboard/contracts';
import type { Searcher } from '@caseboard/server/kernel';
import { patientName } from '@caseboard/server/records';
import { listAccounts } from './account-list.repository.ts';
import { hiddenFacilities, READ } from './patient-accounts.access.ts';

/** States as people read them. */
const STATE_WORDS: Record<AccountState, string> = {
  'insurance-pending': 'with insurance',
  'patient-balance': 'patient owes',
  'statement-1': 'first statement sent',
  'statement-2': 'second statement sent',
  'final-notice': 'final notice sent',
  paid: 'paid',
  'refund-due': 'refund due',
};

/** Accounts by a patient's name or record number, or by their own number. */
export const accountSearcher: Searcher = {
  kind: 'account',
  permission: READ,
  find: async (tx, principal, text, limit) => {
    const hidden = await hiddenFacilities(tx, principal);
    const ask = { ids: undefined, state: undefined, text, sort: '-balance', after: undefined, hidden, limit } as const;
    return (await listAccounts(tx, ask)).map((row) => ({
      kind: 'account',
      id: row.id,
      number: row.number,
      title: patientName(row),
      detail: STATE_WORDS[row.state],
      href: `/accounts/${row.id}`,
    }));
  },
};
