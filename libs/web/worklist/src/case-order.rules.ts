import type { BoardCase } from './board-case.ts';

/** Orders of the cards in a column and of the table. */
const CASE_SORTS = ['priority', 'due', 'amount'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

const NO_DEADLINE = '9999-12-31';
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Ordered = Pick<BoardCase, 'id' | 'priority' | 'dueOn' | 'amountCents'>;

const keys: Record<CaseSort, (a: Ordered, b: Ordered) => number> = {
  priority: (a, b) => b.priority - a.priority,
  due: (a, b) => compareText(a.dueOn ?? NO_DEADLINE, b.dueOn ?? NO_DEADLINE),
  amount: (a, b) => b.amountCents - a.amountCents,
};

/** Cases in order; equal ones by id, as the server pages them. */
export const casesInOrder = <Case extends Ordered>(rows: readonly Case[], sort: CaseSort): Case[] =>
  [...rows].sort((a, b) => keys[sort](a, b) || compareText(a.id, b.id));

/** The order an address names; priority unless it names one we know. */
export const caseSortNamed = (name: string | undefined): CaseSort =>
  CASE_SORTS.find((sort) => sort === name) ?? 'priority';
