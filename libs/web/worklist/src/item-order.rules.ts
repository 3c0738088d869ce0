import type { WorkItem } from '@caseboard/contracts';

/** Orders of `GET /work-items`, and of the list on screen, which must agree. */
const ITEM_SORTS = ['-priority', 'dueOn', '-amountCents', 'openedAt'] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];

/** The order a column's head asks for. */
export const SORT_OF_COLUMN: Readonly<Record<string, ItemSort>> = {
  score: '-priority',
  due: 'dueOn',
  amount: '-amountCents',
};

const NO_DEADLINE = '9999-12-31';

const keys: Record<ItemSort, (a: WorkItem, b: WorkItem) => number> = {
  '-priority': (a, b) => b.priority - a.priority,
  dueOn: (a, b) => compareText(a.dueOn ?? NO_DEADLINE, b.dueOn ?? NO_DEADLINE),
  '-amountCents': (a, b) => b.amountCents - a.amountCents,
  openedAt: (a, b) => compareText(a.openedAt, b.openedAt),
};

/** A list in order; equal ones by id, as the server pages them. */
export const inOrder = (items: readonly WorkItem[], sort: ItemSort): WorkItem[] =>
  [...items].sort((a, b) => keys[sort](a, b) || compareText(a.id, b.id));

/** The order an address names; the score unless it names one we know. */
export const sortNamed = (name: string | undefined): ItemSort =>
  ITEM_SORTS.find((sort) => sort === name) ?? '-priority';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
