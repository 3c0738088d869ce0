import type { WorkItem } from '@caseboard/contracts';

/** The best free item on this screen other than the one just lost; undefined when none is loaded. */
export const bestFree = (items: readonly WorkItem[], lostId: string): WorkItem | undefined =>
  items
    .filter(({ id, ownerId, state }) => id !== lostId && ownerId === null && state === 'open')
    .reduce<WorkItem | undefined>((best, item) => (best && !isAhead(item, best) ? best : item), undefined);

/** What the loser of a race reads on the row: who has it, and what is next for them. */
export function takenWords(holder: string | undefined, next: WorkItem | undefined): string {
  const who = holder === undefined ? 'Somebody else has this.' : `Taken by ${holder}.`;
  return next ? `${who} Next for you is ${next.number}` : `${who} Nothing else is free here`;
}

const isAhead = (a: WorkItem, b: WorkItem): boolean =>
  a.priority > b.priority || (a.priority === b.priority && a.id < b.id);
