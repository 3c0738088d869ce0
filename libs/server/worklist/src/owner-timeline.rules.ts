import type { TimelineEntry } from '@caseboard/contracts';
import type { ItemMove } from './work-item.types.ts';

/**
 * Who held an item, as the story of its case tells it, in the order of the moves. Its pauses and ends are moves
 * of the case and told there.
 */
export const ownerEntries = (moves: readonly ItemMove[]): TimelineEntry[] =>
  moves.flatMap((move) => {
    const text = ownerText(move);
    if (text === undefined) return [];
    const rest = { evidence: null, amountCents: null, actor: move.actor };
    return [{ id: `item:${move.version}`, at: move.at.toISOString(), kind: move.act, text, ...rest }];
  });

function ownerText({ act, ...move }: ItemMove): string | undefined {
  if (act === 'taken') return `Taken by ${nameOf(move.ownerId, move.ownerName)}`;
  if (act === 'assigned') return `Given to ${nameOf(move.ownerId, move.ownerName)}`;
  if (act === 'released') return `Released by ${nameOf(move.previousOwnerId, move.previousOwnerName)}`;
  return undefined;
}

const nameOf = (id: string | null, name: string | null) => (id === null ? 'nobody' : (name ?? 'somebody'));
