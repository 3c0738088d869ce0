import { effectOf } from '@caseboard/server/kernel';
import type { CaseKind } from '@caseboard/server/worklist';
import { copyItemsToFollowUps } from './follow-up-cases.repository.ts';
import { followUpRow } from './follow-up.row.ts';

/** Owner and priority of a work item are on its case's card: the card is written and shown with them. */
export const followUpCaseKind: CaseKind = {
  subjectType: 'follow-up',
  effects: async (tx, changes) => {
    const copies = changes.map(({ after }) => ({
      caseId: after.subjectId,
      ownerId: after.ownerId,
      priority: after.priority,
      version: after.version,
    }));
    return (await copyItemsToFollowUps(tx, copies)).map((row) => effectOf(followUpRow, row, row));
  },
};
