import type { FollowUpCase } from '@caseboard/contracts';
import type { ExportableList } from '@caseboard/server/kernel';
import type { FollowUpBoard } from './follow-up-board.service.ts';
import { followUpQuery } from './follow-up.queries.ts';
import type { FollowUpQuery } from './follow-up.queries.ts';

/** Follow-up cases as a file. */
export const exportedFollowUp = (board: FollowUpBoard): ExportableList<FollowUpQuery, FollowUpCase> => ({
  name: 'follow-up-cases',
  permission: 'billing.follow-up.read',
  query: followUpQuery,
  columns: [
    { head: 'Case', value: (one) => one.number },
    { head: 'Stage', value: (one) => one.stage },
    { head: 'Claim', value: (one) => one.claimNumber },
    { head: 'Control number', value: (one) => one.controlNumber },
    { head: 'Patient', value: (one) => one.patient },
    { head: 'Payer', value: (one) => one.payerName },
    { head: 'Amount', value: (one) => one.amountCents, isCents: true },
    { head: 'Silent since', value: (one) => one.silentSince },
    { head: 'Calls', value: (one) => one.callCount },
    { head: 'Last contact', value: (one) => one.lastContactAt },
    { head: 'Promised', value: (one) => one.promisedOn },
    { head: 'Due', value: (one) => one.dueOn },
    { head: 'Owner id', value: (one) => one.ownerId },
  ],
  page: (caller, query) => board.list(caller, query),
});
