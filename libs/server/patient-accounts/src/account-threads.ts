import type { ThreadSubject } from '@caseboard/server/threads';
import { patientMark } from '@caseboard/server/records';
import { findAccount } from './accounts.repository.ts';
import { gateOf, READ, visibleAccount } from './patient-accounts.access.ts';

/** People talk about accounts; whoever may see the account may read along. */
export const accountThreads: ThreadSubject = {
  subjectType: 'patient-account',
  permission: READ,
  describe: async (tx, subjectId) => {
    const account = await findAccount(tx, subjectId);
    if (!account) return undefined;
    return {
      number: account.number,
      patient: patientMark(account, account.mrn),
      facilityId: await gateOf(tx, account),
      isRestricted: account.isRestricted,
      href: `/accounts/${account.id}`,
    };
  },
  admits: async (tx, principal, subjectId) => (await visibleAccount(tx, principal, subjectId)) !== undefined,
};
