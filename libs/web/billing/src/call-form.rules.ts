import { CALL_OUTCOMES } from '@caseboard/contracts';

export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** What the form holds while a contact is written down. */
export interface CallDraft {
  by: 'phone' | 'portal' | 'mail';
  outcome: CallOutcome;
  spokeWith: string;
  reference: string;
  note: string;
  /** `YYYY-MM-DD`, or empty. */
  promisedOn: string;
}

export const EMPTY_CALL: CallDraft = {
  by: 'phone',
  outcome: 'in-process',
  spokeWith: '',
  reference: '',
  note: '',
  promisedOn: '',
};

/** What came of a contact, in the words of the office. */
export const OUTCOME_WORDS: Record<CallOutcome, string> = {
  'in-process': 'In process',
  promised: 'Answer promised',
  'info-requested': 'Wants information',
  'not-on-file': 'Claim not on file',
  paid: 'Says it paid',
  denied: 'Says it denied',
  'no-answer': 'Nobody answered',
};

export const CONTACT_WORDS = { phone: 'Phone', portal: 'Portal', mail: 'Mail' } as const;

/** The contact as the server takes it, or the one thing that is wrong. */
export function callOf(draft: CallDraft, today: string): { call: Record<string, string> } | { missing: string } {
  if (draft.outcome === 'promised') {
    if (draft.promisedOn === '') return { missing: 'Say the day that was promised' };
    if (draft.promisedOn < today) return { missing: 'The promised day is past' };
  }
  const said = Object.entries({
    spokeWith: draft.spokeWith.trim(),
    reference: draft.reference.trim(),
    note: draft.note.trim(),
    promisedOn: draft.outcome === 'promised' ? draft.promisedOn : '',
  }).filter(([, value]) => value !== '');
  return { call: { by: draft.by, outcome: draft.outcome, ...Object.fromEntries(said) } };
}
