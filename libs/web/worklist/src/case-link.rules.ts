import { channels } from '@caseboard/contracts';
import type { Role, WorkItem } from '@caseboard/contracts';

/** The page an item's case opens on; undefined while its module has no page, then the item opens beside the list. */
export const caseLinkOf = (item: Pick<WorkItem, 'subjectType' | 'subjectId'>): string | undefined =>
  item.subjectType === 'denial' ? `/denials?case=${item.subjectId}` : undefined;

/** The channels on which people show that they are on an item: its queue, and the board its case stands on. */
export const presenceChannelsOf = ({ queueId, subjectType }: Pick<WorkItem, 'queueId' | 'subjectType'>): string[] => [
  channels.queue(queueId),
  ...(subjectType === 'denial' ? [channels.board('denials')] : []),
];

/** The queue "next" starts with for a person, by what they were hired to do. */
export function firstQueueOf(roles: readonly Role[]): string {
  if (roles.includes('biller') || roles.includes('lead')) return 'denials';
  return roles.includes('coder') ? 'coding' : 'patient-inquiries';
}
