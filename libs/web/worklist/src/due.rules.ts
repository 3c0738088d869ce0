import { daysBetween, spokenDate } from './plain-date.rules.ts';

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
  return { daysLeft: daysBetween(today, dueOn), title: `${spokenDate(dueOn)}, ${zone}${rule}` };
}
