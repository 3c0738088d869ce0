import type { WorkItem } from '@caseboard/contracts';
import { daysBetween } from '@caseboard/web/kernel';

/** The tabs of a queue, with what each asks of the server. */
export const QUEUE_VIEWS = [
  { id: 'all', label: 'All open', query: {} },
  { id: 'free', label: 'Free', query: { owner: 'none' } },
  { id: 'mine', label: 'Mine', query: { owner: 'me' } },
  { id: 'waiting', label: 'Waiting', query: { state: 'waiting' } },
] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** The tabs of my work; they only look at what is mine already. */
export const MY_VIEWS = [
  { id: 'all', label: 'My open work' },
  { id: 'due', label: 'Due this week' },
  { id: 'waiting', label: 'Waiting on others' },
] as const;
export type MyView = (typeof MY_VIEWS)[number]['id'];

const WEEK_DAYS = 7;

export const queueViewNamed = (id: string | undefined): QueueView =>
  QUEUE_VIEWS.find((view) => view.id === id) ?? QUEUE_VIEWS[0];
export const myViewNamed = (id: string | undefined): MyView => MY_VIEWS.find((view) => view.id === id)?.id ?? 'all';

/** Whether a queue's tab shows an item: the same rule as the server's query, for rows that arrive live. */
export function isInQueueView({ id }: QueueView, item: WorkItem, me: string): boolean {
  if (id === 'free') return item.ownerId === null;
  if (id === 'mine') return item.ownerId === me;
  return id === 'all' || item.state === 'waiting';
}

/** Whether a tab of my work shows an item. Overdue is due this week too. */
export function isInMyView(view: MyView, item: WorkItem, today: string): boolean {
  if (view === 'waiting') return item.state === 'waiting';
  if (view === 'due') return item.dueOn !== null && daysBetween(today, item.dueOn) <= WEEK_DAYS;
  return true;
}

/** A day some days after another, both `YYYY-MM-DD`. */
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The same tab as a question to the server, for the file of it. */
export function askOfMyView(view: MyView, today: string): { state?: string; dueBy?: string } {
  if (view === 'waiting') return { state: 'waiting' };
  return view === 'due' ? { dueBy: dayAfter(today, WEEK_DAYS) } : {};
}
