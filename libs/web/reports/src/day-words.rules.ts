import type { DayLine, DayReport } from '@caseboard/contracts';

/** The parts of a day in the order of a hand-over. */
export const DAY_PARTS = ['done', 'left', 'promised', 'wakes'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

export const PART_WORDS: Record<DayPart, { title: string; none: string }> = {
  done: { title: 'Done', none: 'Nothing was finished or moved.' },
  left: { title: 'Left', none: 'Nothing is left on the desk.' },
  promised: { title: 'Promised', none: 'Nobody owes an answer.' },
  wakes: { title: 'Wakes tomorrow', none: 'Nothing wakes tomorrow.' },
};

interface Writing {
  name: string;
  day: string;
  money(cents: number): string;
  date(day: string): string;
}

/** A day as text to paste into a hand-over: numbers, next acts and days; no patient. */
export function dayText(report: DayReport, { name, day, money, date }: Writing): string {
  const line = ({ number, words, on, amountCents }: DayLine, part: DayPart) =>
    [
      `- ${number} ${words}`,
      ...(on === null || part === 'done' ? [] : [date(on)]),
      ...(amountCents === null ? [] : [money(amountCents)]),
    ].join(', ');
  const part = (named: DayPart) => {
    const { count, cents, lines } = report[named];
    const more = count - lines.length;
    return [
      `${PART_WORDS[named].title}: ${count}, ${money(cents)}`,
      ...lines.map((each) => line(each, named)),
      ...(more > 0 ? [`- and ${more} more`] : []),
    ].join('\n');
  };
  return [`End of day, ${name}, ${day}`, ...DAY_PARTS.map(part), `As of seq ${report.asOf}`].join('\n\n');
}
