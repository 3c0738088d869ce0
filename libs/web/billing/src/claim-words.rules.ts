import type { ClaimSummary, TimelineEntry } from '@caseboard/contracts';
import { plainDateWords } from '@caseboard/web/kernel';
import type { TimelineKind, WorkState } from '@caseboard/web/ui';

type State = ClaimSummary['state'];

const WORDS: Record<State, readonly [word: string, mark: WorkState, means: string]> = {
  draft: ['Draft', 'new', 'Made here and not complete'],
  ready: ['Ready', 'open', 'Complete; it can be sent'],
  sent: ['Sent', 'planned', 'Left as an 837; nobody answered yet'],
  acknowledged: ['File taken', 'waiting', 'The clearinghouse took the file (999)'],
  accepted: ['Forwarded', 'waiting', 'The clearinghouse took the claim (277CA)'],
  rejected: ['Rejected', 'blocked', 'Came back before adjudication; the filing limit runs on'],
  'payer-accepted': ['With payer', 'waiting', 'The payer took the claim (277CA A2)'],
  pending: ['Pending', 'waiting', 'The payer is working on it (277)'],
  'info-requested': ['Asked for more', 'blocked', 'The payer wants information before it decides'],
  'paid-full': ['Paid', 'done', 'Nothing was refused'],
  'paid-partial': ['Paid in part', 'done', 'A part was denied'],
  denied: ['Denied', 'blocked', 'Nothing was paid'],
  reversed: ['Taken back', 'blocked', 'The payer took its decision back'],
};

/** A claim's state as people read it. */
export const claimStateWord = (state: State): string => WORDS[state][0];
export const claimStateMark = (state: State): WorkState => WORDS[state][1];
export const claimStateMeaning = (state: State): string => WORDS[state][2];

const KINDS: Readonly<Record<string, TimelineKind>> = {
  made: 'code',
  rebuilt: 'code',
  sent: 'file',
  acknowledged: 'file',
  accepted: 'file',
  rejected: 'denied',
  paid: 'money',
  reversed: 'money',
  denied: 'denied',
  linked: 'file',
  called: 'person',
};

/** The sign of what happened to a claim. */
export const timelineKindOf = ({ kind }: TimelineEntry): TimelineKind => KINDS[kind] ?? 'done';

/** Whether what happened took money away or brought it. */
export const toneOf = ({ kind }: TimelineEntry): 'lost' | undefined =>
  kind === 'denied' || kind === 'rejected' ? 'lost' : undefined;

/** What happened in words, its days as people write them. */
export const timelineText = ({ text }: Pick<TimelineEntry, 'text'>): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, plainDateWords);

/** What a claim waits for, as one sentence. */
export function nextOf(claim: Pick<ClaimSummary, 'state'> & { barriers: readonly string[] }): string {
  const { length } = claim.barriers;
  const said: Partial<Record<State, string>> = {
    draft:
      length === 0
        ? 'Next: complete it.'
        : `Next: clear ${length === 1 ? 'what bars' : `the ${length} things that bar`} sending.`,
    ready: 'Next: send it.',
    sent: 'Next: the clearinghouse’s answer.',
    acknowledged: 'Next: the clearinghouse’s answer for this claim.',
    accepted: 'Next: the payer’s answer.',
    rejected: 'Next: correct it and send it again.',
    'payer-accepted': 'Next: the payer’s decision.',
    pending: 'Next: the payer’s decision.',
    'info-requested': 'Next: send what the payer asked for.',
    reversed: 'Next: the payer’s new decision.',
  };
  return said[claim.state] ?? 'Decided.';
}
