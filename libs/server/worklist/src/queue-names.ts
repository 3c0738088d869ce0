import type { QueueKey } from '@caseboard/contracts';

/** Names a new organisation's queues start with, in the order of the navigation. */
export const QUEUE_NAMES: Record<QueueKey, string> = {
  coding: 'Coding',
  queries: 'Queries',
  'claim-edits': 'Claim edits',
  rejections: 'Rejections',
  'follow-up': 'Follow-up',
  denials: 'Denials',
  appeals: 'Appeals',
  'records-requests': 'Records requests',
  'posting-exceptions': 'Posting exceptions',
  'patient-inquiries': 'Patient inquiries',
  credits: 'Credits',
};
