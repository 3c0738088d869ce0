import { plainDateWords } from './moments.rules.ts';

const MS_PER_DAY = 86_400_000;

/** Whole days from one plain date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);

/** What a deadline depends on: the plain date, the rule that made it, and the calendar it is read in. */
export interface Deadline {
  dueOn: string | null;
  dueRule: string | null;
  today: string;
  /** Short zone name the date is meant in. */
  zone: string;
}

/** A deadline as a chip: days left, and on hover the date with its zone and rule. */
export function dueOf({ dueOn, dueRule, today, zone }: Deadline): { daysLeft?: number; text?: string; title?: string } {
  if (dueOn === null) return { text: 'No deadline' };
  const rule = dueRule === null ? '' : `, ${dueRule}`;
  return { daysLeft: daysBetween(today, dueOn), title: `${plainDateWords(dueOn)}, ${zone}${rule}` };
}
