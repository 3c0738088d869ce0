/** How near a deadline is: days left at most 30, 15, 7, 3, 1; `t0` is overdue; `paused` waits on somebody else. */
export type DueTier = 't30' | 't15' | 't7' | 't3' | 't1' | 't0' | 'paused';

/** The tier of whole days left; negative is overdue. More than 15 days is the calm tier `t30`. */
export function dueTierOf(daysLeft: number): DueTier {
  if (daysLeft < 0) return 't0';
  if (daysLeft <= 1) return 't1';
  if (daysLeft <= 3) return 't3';
  if (daysLeft <= 7) return 't7';
  return daysLeft <= 15 ? 't15' : 't30';
}

/** Days left in words: `12 d left`, `Today`, `Tomorrow`, `2 d overdue`. */
export function dueWords(daysLeft: number): string {
  if (daysLeft < 0) return `${-daysLeft} d overdue`;
  if (daysLeft === 0) return 'Today';
  if (daysLeft === 1) return 'Tomorrow';
  return `${daysLeft} d left`;
}
