import { REJECTION_RESOLUTIONS } from '@caseboard/contracts';
import type { TimelineEntry } from '@caseboard/contracts';
import { oldestFirst } from '@caseboard/server/kernel';
import { ownerEntries } from '@caseboard/server/worklist';
import type { ItemMove } from '@caseboard/server/worklist';
import type { StoredAnswer } from './acknowledgement.types.ts';
import { answerEntry } from './answer-timeline.rules.ts';
import type { RejectionRow } from './rejection.types.ts';

/** Everything that happened to a rejected claim, to be told as one story. */
export interface RejectionHistory {
  of: RejectionRow;
  answers: readonly StoredAnswer[];
  moves: readonly ItemMove[];
}

/** Every answer to the claim, who held the rejection, and how it ended; oldest first. */
export const rejectionTimeline = ({ of, answers, moves }: RejectionHistory): TimelineEntry[] =>
  oldestFirst([...answers.map(answerEntry), ...ownerEntries(moves), ...resolvedEntry(of)]);

const RESOLUTION_WORDS: Record<(typeof REJECTION_RESOLUTIONS)[number], string> = {
  resent: 'Corrected and sent again',
  replaced: 'Replaced by another claim',
  'not-billable': 'Will not be billed',
  'rejected-in-error': 'The rejection was their error',
};

/** How a rejection ended, as its claim's story tells it too; none while it is open. */
export function resolvedEntry(of: RejectionRow): TimelineEntry[] {
  if (of.resolvedAt === null) return [];
  const words = REJECTION_RESOLUTIONS.find((one) => one === of.resolution);
  return [
    {
      id: `resolved:${of.id}`,
      at: of.resolvedAt.toISOString(),
      kind: 'rejection-resolved',
      text: `${of.number} resolved: ${words ? RESOLUTION_WORDS[words] : (of.resolution ?? '')}`,
      evidence: of.note,
      amountCents: null,
      actor: of.resolvedBy,
    },
  ];
}
