import { FOLLOW_UP_STAGES } from '@caseboard/contracts';
import type { Searcher } from '@caseboard/server/kernel';
import { listFollowUps } from './follow-up-list.repository.ts';

/** Follow-up cases by the beginning of their own number, their claim’s, or its control number. */
export const followUpSearcher: Searcher = {
  kind: 'follow-up',
  permission: 'billing.follow-up.read',
  find: async (tx, { facilityIds }, text, limit) => {
    const ask = { stages: FOLLOW_UP_STAGES, owner: 'any', text: text.toUpperCase(), sort: '-priority' as const };
    return (await listFollowUps(tx, { ...ask, facilityIds, limit })).map((one) => ({
      kind: 'follow-up' as const,
      id: one.id,
      number: one.number,
      title: `${one.claimNumber} at ${one.payerName}`,
      detail: `${one.patient}, ${one.stage}`,
      href: `/follow-up?case=${one.id}`,
    }));
  },
};
