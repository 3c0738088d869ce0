import type { FollowUpStage, TimelineEntry } from '@caseboard/contracts';
import { oldestFirst, spokenDate } from '@caseboard/server/kernel';
import { ownerEntries } from '@caseboard/server/worklist';
import type { ItemMove } from '@caseboard/server/worklist';
import type { CallRow, FollowUpMove, FollowUpRow } from './follow-up.types.ts';
import type { CallOutcome } from './follow-up.rules.ts';

/** Everything that happened to a case and its claim, to be told as one story. */
export interface FollowUpHistory {
  of: FollowUpRow;
  moves: readonly FollowUpMove[];
  /** The newest first. */
  calls: readonly CallRow[];
  itemMoves: readonly ItemMove[];
  /** The claim's own story. */
  claim: readonly TimelineEntry[];
}

const STAGES: Record<FollowUpStage, string> = {
  silent: 'Silent',
  contacted: 'Contacted',
  promised: 'Promised',
  'info-requested': 'Information requested',
  resolved: 'Resolved',
};
const WAYS: Record<CallRow['by'], string> = { phone: 'Called', portal: 'Looked in the portal of', mail: 'Wrote to' };
const OUTCOMES: Record<CallOutcome, string> = {
  'in-process': 'in process',
  promised: 'an answer was promised',
  'info-requested': 'information is requested',
  'not-on-file': 'the claim is not on file',
  paid: 'they say it is paid',
  denied: 'they say it is denied',
  'no-answer': 'nobody answered',
};

/** The case's story with its claim's, oldest first. A call tells its own move. */
export const followUpTimeline = ({ of, moves, calls, itemMoves, claim }: FollowUpHistory): TimelineEntry[] =>
  oldestFirst([
    ...claim,
    ...moves.filter(({ act }) => act !== 'called').map((move) => moveEntry(of, move)),
    ...calls.toReversed().map((call) => callEntry(of, call)),
    ...ownerEntries(itemMoves),
  ]);

function moveEntry(of: FollowUpRow, move: FollowUpMove): TimelineEntry {
  return {
    id: `follow-up:${move.version}`,
    at: move.at.toISOString(),
    kind: move.act,
    text: moveText(of, move),
    evidence: move.act === 'moved' ? move.reason : null,
    amountCents: move.act === 'opened' ? of.amountCents : null,
    actor: move.actor,
  };
}

function moveText(of: FollowUpRow, { act, fromStage, toStage, reason }: FollowUpMove): string {
  if (act === 'opened')
    return `${of.payerName} has been silent since ${spokenDate(of.silentSince)}; ${of.dueRule ?? 'no rule on file'}`;
  if (act === 'woke') return reason ?? 'The promised day passed without an answer';
  if (act === 'answered') return reason ?? 'The payer answered';
  return `Moved from ${STAGES[fromStage ?? 'silent']} to ${STAGES[toStage]}`;
}

const callEntry = (of: FollowUpRow, call: CallRow): TimelineEntry => ({
  id: `call:${call.id}`,
  at: call.at.toISOString(),
  kind: 'called',
  text: `${WAYS[call.by]} ${of.payerName}: ${OUTCOMES[call.outcome]}${call.promisedOn ? ` for ${spokenDate(call.promisedOn)}` : ''}`,
  evidence: [call.spokeWith, call.reference].filter(Boolean).join(', ') || null,
  amountCents: null,
  actor: `user:${call.byId}`,
});
