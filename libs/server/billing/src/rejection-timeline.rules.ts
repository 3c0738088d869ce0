import { REJECTION_RESOLUTIONS } from '@caseboard/contracts';
import type { TimelineEntry } from '@caseboard/contracts';
import type { ItemMove } from '@caseboard/server/worklist';
import type { StoredAnswer } from './acknowledgement.types.ts';
import { answerEntry, inOrder } from './answer-timeline.rules.ts';
import type { RejectionRow } from './rejection.types.ts';

/** Everything that happened to a rejected claim, to be told as one story. */
export interface RejectionHistory {
  of: RejectionRow;
  answers: readonly StoredAnswer[];
  moves: readonly ItemMove[];
  /** Names of people by id. */
  names: ReadonlyMap<string, string>;
}

/** Every answer to the claim, who held the rejection, and how it ended; oldest first. */
export const rejectionTimeline = ({ of, answers, moves, names }: RejectionHistory): TimelineEntry[] =>
  inOrder([...answers.map(answerEntry), ...moves.flatMap((move) => ownerEntry(move, names)), ...resolvedEntry(of)]);

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

function ownerEntry(move: ItemMove, names: ReadonlyMap<string, string>): TimelineEntry[] {
  const nameOf = (id: string | null) => (id === null ? 'nobody' : (names.get(id) ?? 'somebody'));
  const texts: Partial<Record<ItemMove['act'], string>> = {
    taken: `Taken by ${nameOf(move.ownerId)}`,
    assigned: `Given to ${nameOf(move.ownerId)}`,
    released: `Released by ${nameOf(move.previousOwnerId)}`,
  };
  const text = texts[move.act];
  if (text === undefined) return [];
  const rest = { evidence: null, amountCents: null, actor: move.actor };
  return [{ id: `item:${move.version}`, at: move.at.toISOString(), kind: move.act, text, ...rest }];
}
