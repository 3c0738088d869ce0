/** What an address of an item is made from. */
export interface Linked {
  id: string;
  queueKey: string;
  subjectType: string;
  subjectId: string;
}

const PAGES: Record<string, (subjectId: string) => string> = {
  denial: (id) => `/denials?case=${id}`,
  coding: (id) => `/coding/${id}`,
  rejection: (id) => `/rejections/${id}`,
  'claim-edit': (id) => `/claims?open=${id}`,
  'follow-up': (id) => `/follow-up?case=${id}`,
  'patient-account': (id) => `/accounts/${id}`,
  query: (id) => `/threads?open=${id}`,
};

/** Where an item opens: its case's page, or its queue with the item beside the list. */
export const hrefOf = ({ id, queueKey, subjectType, subjectId }: Linked): string =>
  PAGES[subjectType]?.(subjectId) ?? `/queues/${queueKey}?item=${id}`;
