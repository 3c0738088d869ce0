import type { ReactNode } from 'react';
import { Money } from '../marks/money.tsx';

/** One step: what it is, where it comes from, and how it moves the sum. */
export type LadderLine = {
  id: string;
  text: string;
  /** What proves it: payer, remittance, day. */
  note?: string;
  cents: number;
  tone?: 'in';
  /** A step that sums up those above. */
  isSum?: boolean;
  /** A part of the sum above it. */
  isPart?: boolean;
};

/** A piece of the bar; its id picks the fill. */
export type LadderBar = { id: string; text: string; cents: number };

/** Props of `MoneyLadder`. */
export type MoneyLadderProps = {
  /** `3 Jun 2026`. */
  title: string;
  /** Number and payer. */
  about: ReactNode;
  /** A word about its state: `On hold`. */
  mark?: ReactNode;
  lines: readonly LadderLine[];
  bar: readonly LadderBar[];
  totalWords: string;
  totalCents: number;
  isOpen: boolean;
  /** A line under the steps: links, which may not stand in the part that opens and shuts. */
  more?: ReactNode;
};

/** How a sum came about, step by step, under a bar of who carries what; it opens and shuts. */
export function MoneyLadder({
  title,
  about,
  mark,
  lines,
  bar,
  totalWords,
  totalCents,
  isOpen,
  more,
}: MoneyLadderProps) {
  return (
    <details className="cb-ladder" open={isOpen}>
      <summary>
        <b>{title}</b>
        <span className="cb-ladder-about cb-dim">{about}</span>
        {mark}
        <span className="cb-push">
          <span className="cb-dim cb-small">{totalWords}</span> <Money cents={totalCents} strong />
        </span>
      </summary>
      <div className="cb-ladder-bar" aria-hidden="true">
        {bar.map(({ id, text, cents }) => (
          <span key={id} data-piece={id} title={text} style={{ flexGrow: cents }} />
        ))}
      </div>
      <table className="cb-table cb-ladder-lines" aria-label={`${title}: how it came about`}>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} data-part={line.isPart || undefined} data-sum={line.isSum || undefined}>
              <th scope="row">
                {line.text} {line.note !== undefined && line.note !== '' && <small>{line.note}</small>}
              </th>
              <td className="cb-num">
                <Money cents={line.cents} tone={line.tone} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{totalWords}</th>
            <td className="cb-num">
              <Money cents={totalCents} strong />
            </td>
          </tr>
        </tfoot>
      </table>
      {more !== undefined && <p className="cb-ladder-more cb-small">{more}</p>}
    </details>
  );
}
