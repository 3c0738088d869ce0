import type { CALL_OUTCOMES, FollowUpStage, WorkItemState } from '@caseboard/contracts';

export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** Where nobody says otherwise: the first touch is three weeks after sending (domain 3, follow-up). */
export const DEFAULT_DAYS = 21;

/** Days of silence that are enough, in words beside the day they made. */
export const silenceWords = (rule: { days: number; counts: string; source: string } | null): string =>
  rule ? `follow-up within ${rule.days} ${rule.counts} days (${rule.source})` : `no rule on file: ${DEFAULT_DAYS} days`;

/** Where a contact brings the case: a promise puts it to sleep, nobody answering changes nothing. */
export function stageAfterCall(from: FollowUpStage, outcome: CallOutcome): FollowUpStage {
  if (outcome === 'promised' || outcome === 'info-requested') return outcome;
  return outcome === 'no-answer' ? from : 'contacted';
}

/** The state of the case's work: a promise pauses its clock, an answer ends it, anything else is to do. */
export function workStateOf(stage: FollowUpStage): WorkItemState {
  if (stage === 'resolved') return 'done';
  return stage === 'promised' ? 'waiting' : 'open';
}

const NEEDS: Record<FollowUpStage, string> = {
  silent: 'Ask the payer where the claim is',
  contacted: 'Ask again, or move the case on',
  promised: 'Wait for the day the payer promised',
  'info-requested': 'Send what the payer asks for',
  resolved: 'Nothing: the payer answered',
};
const AFTER_OUTCOME: Partial<Record<CallOutcome, string>> = {
  'not-on-file': 'Not on file: check the 999 and 277CA',
  paid: 'Paid, they say: find the remittance',
  denied: 'Denied, they say: ask for the 835',
  'no-answer': 'Nobody answered: try again',
};

/** What has to happen next, at most 45 characters; the last contact knows more than the stage. */
export const needsOf = (stage: FollowUpStage, outcome?: CallOutcome): string =>
  (stage !== 'promised' && outcome ? AFTER_OUTCOME[outcome] : undefined) ?? NEEDS[stage];
