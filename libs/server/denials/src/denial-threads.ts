import type { ThreadSubject } from '@caseboard/server/threads';
import { findCase } from './denial-cases.repository.ts';
import { admitsToCase } from './denials.access.ts';

/** People talk about denial cases; who sees the case sees what is said about it. */
export const denialThreads: ThreadSubject = {
  subjectType: 'denial',
  permission: 'denials.denial.read',
  describe: async (tx, caseId) => {
    const found = await findCase(tx, caseId);
    if (!found) return undefined;
    const { number, patient, facilityId, isRestricted } = found;
    return { number, patient, facilityId, isRestricted, href: `/denials?case=${caseId}` };
  },
  admits: admitsToCase,
};
