import { effectOf } from '@caseboard/server/kernel';
import type { CaseKind } from '@caseboard/server/worklist';
import { denialCaseRow } from './denial-case.row.ts';
import { copyItems } from './denial-cases.repository.ts';

/** Owner and priority of a work item are on its case's card: the card is written and shown with them. */
export const denialCaseKind: CaseKind = {
  subjectType: 'denial',
  effects: async (tx, changes) => {
    const copies = changes.map(({ after }) => ({
      caseId: after.subjectId,
      ownerId: after.ownerId,
      priority: after.priority,
      version: after.version,
    }));
    return (await copyItems(tx, copies)).map((row) => effectOf(denialCaseRow, row, row));
  },
};
