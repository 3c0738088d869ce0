import type { TimelineEntry } from '@caseboard/contracts';
import type { ItemMove } from './work-item.types.ts';

/**
 * Who held an item, as the story of its case tells it, in the order of the moves. Its pauses and ends are moves
 * of the case and told there.
 */
export const ownerEntries = (moves: readonly ItemMove[], names: ReadonlyMap<string, string>): TimelineEntry[] =>
  moves.flatMap((move) => {
    const text = ownerText(move, names);
    if (text === undefined) return [];
    const rest = { evidence: null, amountCents: null, actor: move.actor };
    return [{ id: `item:${move.version}`, at: move.at.toISOString(), kind: move.act, text, ...rest }];
  });

function ownerText({ act, ownerId, previousOwnerId }: ItemMove, names: ReadonlyMap<string, string>) {
  const nameOf = (id: string | null) => (id === null ? 'nobody' : (names.get(id) ?? 'somebody'));
  if (act === 'taken') return `Taken by ${nameOf(ownerId)}`;
  if (act === 'assigned') return `Given to ${nameOf(ownerId)}`;
  if (act === 'released') return `Released by ${nameOf(previousOwnerId)}`;
  return undefined;
}
