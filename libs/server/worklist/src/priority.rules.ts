import type { PriorityPart } from '@caseboard/contracts';
import { addDays, daysBetween, spokenDate } from '@caseboard/server/kernel';

/** What a priority is made of; days are the organisation's own calendar days. */
export interface PriorityInput {
  dueOn: string | null;
  amountCents: number;
  openedOn: string;
  /** Whole days the item has waited for somebody else; they do not age it. */
  waitedDays: number;
  /** Day the present wait began; while it lasts the item does not age. The deadline goes on. */
  waitingSince: string | null;
}

export interface Priority {
  score: number;
  parts: PriorityPart[];
  /** The first later day on which a part changes tier; null: it never will by itself. */
  rescoreOn: string | null;
}

interface Tier {
  from: number;
  points: number;
}

/** Days left at most → points. The steps are the warning tiers of payer deadlines (30, 15, 7, 3, 1 days). */
const DEADLINE_TIERS: readonly Tier[] = [
  { from: -1, points: 50 },
  { from: 1, points: 48 },
  { from: 3, points: 44 },
  { from: 7, points: 36 },
  { from: 15, points: 26 },
  { from: 30, points: 14 },
];
const FAR_DEADLINE_POINTS = 4;

/** Cents at least → points. */
const DOLLAR_TIERS: readonly Tier[] = [
  { from: 1_000_000, points: 30 },
  { from: 500_000, points: 24 },
  { from: 100_000, points: 18 },
  { from: 25_000, points: 12 },
  { from: 5_000, points: 6 },
];

/** Days of work time at least → points. */
const AGE_TIERS: readonly Tier[] = [
  { from: 60, points: 20 },
  { from: 30, points: 16 },
  { from: 14, points: 12 },
  { from: 7, points: 8 },
  { from: 2, points: 4 },
];

/** The score of an item on one day: deadline (0–50) + dollars (0–30) + age (0–20), each with its reason. */
export function priorityOf(input: PriorityInput, today: string): Priority {
  const parts = [deadlinePart(input, today), dollarsPart(input.amountCents), agePart(input, today)];
  const wakes = [deadlineWake(input, today), ageWake(input, today)].filter((day) => day !== null).sort();
  return { score: parts.reduce((sum, part) => sum + part.points, 0), parts, rescoreOn: wakes[0] ?? null };
}

/** The sentence that says why this item and not another was given out. */
export function becauseOf(queueName: string, score: number, parts: readonly PriorityPart[]): string {
  const strongest = [...parts].filter((part) => part.points > 0).sort((a, b) => b.points - a.points)[0];
  const why = strongest ? `, most for ${strongest.name}: ${strongest.because}` : '';
  return `Highest free item of ${queueName}: ${score} points${why}.`;
}

function deadlinePart({ dueOn }: PriorityInput, today: string): PriorityPart {
  if (dueOn === null) return { name: 'deadline', points: 0, because: 'no deadline on file' };
  const tier = deadlineTier(daysBetween(today, dueOn));
  const when = !tier
    ? 'more than 30 days left'
    : tier.from < 0
      ? 'overdue'
      : tier.from === 1
        ? 'within 1 day'
        : `within ${tier.from} days`;
  return {
    name: 'deadline',
    points: tier?.points ?? FAR_DEADLINE_POINTS,
    because: `due ${spokenDate(dueOn)}, ${when}`,
  };
}

function deadlineWake({ dueOn }: PriorityInput, today: string): string | null {
  if (dueOn === null) return null;
  const current = deadlineTier(daysBetween(today, dueOn));
  const narrower = DEADLINE_TIERS.filter((tier) => !current || tier.from < current.from).at(-1);
  return narrower ? addDays(dueOn, -narrower.from) : null;
}

const deadlineTier = (daysLeft: number) => DEADLINE_TIERS.find((tier) => daysLeft <= tier.from);

function dollarsPart(amountCents: number): PriorityPart {
  const tier = DOLLAR_TIERS.find(({ from }) => amountCents >= from);
  const because = tier
    ? `$${dollars(tier.from)} or more at stake`
    : `less than $${dollars(DOLLAR_TIERS.at(-1)?.from ?? 0)} at stake`;
  return { name: 'dollars', points: tier?.points ?? 0, because };
}

const dollars = (cents: number) => Math.round(cents / 100).toLocaleString('en-US');

function agePart(input: PriorityInput, today: string): PriorityPart {
  const tier = AGE_TIERS.find(({ from }) => ageInDays(input, today) >= from);
  return { name: 'age', points: tier?.points ?? 0, because: tier ? `open for ${tier.from} days or more` : 'new' };
}

function ageWake(input: PriorityInput, today: string): string | null {
  if (input.waitingSince !== null) return null;
  const age = ageInDays(input, today);
  const next = AGE_TIERS.filter(({ from }) => from > age).at(-1);
  return next ? addDays(today, next.from - age) : null;
}

function ageInDays({ openedOn, waitedDays, waitingSince }: PriorityInput, today: string): number {
  return daysBetween(openedOn, waitingSince ?? today) - waitedDays;
}
