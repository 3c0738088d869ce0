import type { DueTier } from './due.rules.ts';
import { dueTierOf, dueWords } from './due.rules.ts';
import { TimeMark } from './time-mark.tsx';

/** Props of `DueChip`: days left, or a tier with words of its own. */
export type DueChipProps = {
  /** Whole days left in the organisation's calendar; negative is overdue. */
  daysLeft?: number | undefined;
  /** Overrides the tier that `daysLeft` gives, for instance `paused`. */
  tier?: DueTier | undefined;
  /** Overrides the words, for instance `Tomorrow 5 PM` or `With payer`. */
  text?: string | undefined;
  /** Date, time and zone in full, shown on hover and read aloud. */
  title?: string | undefined;
};

/** A deadline: glyph, words and colour together, never colour alone. */
export function DueChip({ daysLeft, tier, text, title }: DueChipProps) {
  const shown = tier ?? (daysLeft === undefined ? 't30' : dueTierOf(daysLeft));
  return (
    <span className="cb-due" data-tier={shown} title={title}>
      <TimeMark tier={shown} size={14} />
      {text ?? (daysLeft === undefined ? '' : dueWords(daysLeft))}
      {title !== undefined && <span className="cb-heard">, {title}</span>}
    </span>
  );
}
