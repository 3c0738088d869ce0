import { effectOf } from '@caseboard/server/kernel';
import type { CaseKind } from '@caseboard/server/worklist';
import { codingCaseRow } from './coding-case.row.ts';
import { copyItems } from './coding-cases.repository.ts';

/** Owner and priority of a work item stand in its case: the case is written and shown with them. */
export const codingCaseKind: CaseKind = {
  subjectType: 'coding',
  effects: async (tx, changes) => {
    const copies = changes.map(({ after }) => ({
      caseId: after.subjectId,
      ownerId: after.ownerId,
      priority: after.priority,
      version: after.version,
    }));
    return (await copyItems(tx, copies)).map((row) => effectOf(codingCaseRow, row, row));
  },
};
