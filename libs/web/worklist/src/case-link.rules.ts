import { channels } from '@caseboard/contracts';
import type { Role, WorkItem } from '@caseboard/contracts';

/** The page an item's case opens on; undefined while its module has no page, then the item opens beside the list. */
export const caseLinkOf = ({
  subjectType,
  subjectId,
}: Pick<WorkItem, 'subjectType' | 'subjectId'>): string | undefined => PAGES[subjectType]?.(subjectId);

const PAGES: Readonly<Record<string, (id: string) => string>> = {
  coding: (id) => `/coding/${id}`,
  query: (id) => `/coding/queries/${id}`,
  denial: (id) => `/denials?case=${id}`,
  'follow-up': (id) => `/follow-up?case=${id}`,
  rejection: (id) => `/rejections/${id}`,
  'claim-edit': (id) => `/claims?open=${id}`,
  'patient-account': (id) => `/accounts/${id}`,
};

/** Charts are worked one after the other on their own page: the next one opens as it is taken. */
export const opensWhenTaken = ({ subjectType }: Pick<WorkItem, 'subjectType'>): boolean => subjectType === 'coding';

/** The channels on which people show that they are on an item: its queue, and the board its case stands on. */
export const presenceChannelsOf = ({ queueId, subjectType }: Pick<WorkItem, 'queueId' | 'subjectType'>): string[] => [
  channels.queue(queueId),
  ...(subjectType === 'denial' ? [channels.board('denials')] : []),
  ...(subjectType === 'follow-up' ? [channels.board('follow-up')] : []),
];

/** Queues by what a person was hired to do; of several roles the first here counts. */
const FIRST_QUEUES: readonly (readonly [Role, string])[] = [
  ['biller', 'denials'],
  ['lead', 'denials'],
  ['coder', 'coding'],
  ['accounts', 'credits'],
];

/** The queue "next" starts with for a person; none for those who work no queue, as physicians. */
export const firstQueueOf = (roles: readonly Role[]): string | undefined =>
  FIRST_QUEUES.find(([role]) => roles.includes(role))?.[1];
