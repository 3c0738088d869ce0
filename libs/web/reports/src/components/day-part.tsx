import type { DayLine, DayReport } from '@caseboard/contracts';
import { plainDateWords, useGo } from '@caseboard/web/kernel';
import { AppLink, formatCount, formatMoney } from '@caseboard/web/ui';
import { PART_WORDS, type DayPart } from '../day-words.rules.ts';

/** Props of `DayPartPanel`. */
export type DayPartProps = { part: DayPart; of: DayReport[DayPart] };

/** One part of the day: how many, how many dollars, and each item as a link. */
export function DayPartPanel({ part, of: { count, cents, lines } }: DayPartProps) {
  const { title, none } = PART_WORDS[part];
  return (
    <section className="cb-panel cb-report" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="cb-push cb-small cb-soft">
          {formatCount(count)}
          {cents !== 0 && ` · ${formatMoney(cents, 'whole-dollars')}`}
        </span>
      </header>
      {count === 0 ? (
        <p className="cb-day-none">{none}</p>
      ) : (
        <ul className="cb-day-lines">
          {lines.map((line) => (
            <Line key={line.id} line={line} showsDay={part !== 'done'} />
          ))}
          {count > lines.length && <li className="cb-dim">and {formatCount(count - lines.length)} more</li>}
        </ul>
      )}
    </section>
  );
}

function Line({ line, showsDay }: { line: DayLine; showsDay: boolean }) {
  const go = useGo();
  return (
    <li>
      <AppLink href={line.href} onNavigate={go} className="cb-code">
        {line.number}
      </AppLink>
      <span className="cb-cut">{line.words}</span>
      <span className="cb-small cb-dim">{showsDay && line.on !== null ? plainDateWords(line.on) : ''}</span>
      <span className="cb-num">{line.amountCents === null ? '' : formatMoney(line.amountCents)}</span>
    </li>
  );
}
