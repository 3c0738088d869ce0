import type { PresenceNotice, WorkItem } from '@caseboard/contracts';
import type { PresentPerson } from '@caseboard/web/ui';

type Here = PresenceNotice['people'];

const strength = { editing: 2, viewing: 1, away: 0 };

/** The others on a row or page, one entry a person with the strongest thing they do; never oneself. */
export function othersHere(people: Here, me: string): PresentPerson[] {
  const byId = new Map<string, PresentPerson>();
  for (const { userId, name, state } of people) {
    const held = byId.get(userId);
    if (userId === me || (held && strength[held.presence] >= strength[state])) continue;
    byId.set(userId, { id: userId, name, presence: state });
  }
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** The others on each row of a channel. */
export const othersByRow = (people: ReadonlyMap<string, Here>, me: string): ReadonlyMap<string, PresentPerson[]> =>
  new Map([...people].map(([id, here]) => [id, othersHere(here, me)]));

/** What an item's presence depends on. */
type Seen = Pick<WorkItem, 'id' | 'subjectId'>;

/** The others on each item, on its row in a queue or on its case's own board. */
export function othersOnItems(
  items: readonly Seen[],
  people: ReadonlyMap<string, Here>,
  me: string,
): ReadonlyMap<string, PresentPerson[]> {
  const onItem = ({ id, subjectId }: Seen) => [...(people.get(id) ?? []), ...(people.get(subjectId) ?? [])];
  const rows = items.map((item) => [item.id, othersHere(onItem(item), me)] as const);
  return new Map(rows.filter(([, here]) => here.length > 0));
}
