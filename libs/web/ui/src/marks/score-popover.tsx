import { Popover } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { CloseButton } from './close-button.tsx';
import { ScoreBar } from './score-bar.tsx';

/** One part of a score. The points of all parts sum to the score. */
export type ScorePart = { name: string; detail?: string; points: number };

/** Props of `ScorePopover`. */
export type ScorePopoverProps = {
  score: number;
  /** The human number of the item, in mono beside the title. */
  itemNumber: string;
  parts: readonly ScorePart[];
  /** The rule that scored it, with version and author. */
  rule?: ReactNode;
  /** The last movements, newest first. */
  moved?: readonly ReactNode[];
  /** When the score is looked at again. */
  wakes?: ReactNode;
};

/** The score button with its answer to "Why is this here": parts that sum, the rule, the moves, the next wake. */
export function ScorePopover({ score, ...why }: ScorePopoverProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus({ preventScroll: true });
  };
  return (
    <span className="cb-score-place">
      <ScoreBar ref={button} score={score} open={open} onClick={() => setOpen((shown) => !shown)} />
      {open && (
        <Popover opened onChange={close} position="bottom-start" offset={6} width={404} trapFocus withRoles={false}>
          <Popover.Target>
            <span className="cb-score-anchor" />
          </Popover.Target>
          <Popover.Dropdown p={0} role="dialog" aria-label="Why is this here">
            <WhyPanel score={score} {...why} onClose={close} />
          </Popover.Dropdown>
        </Popover>
      )}
    </span>
  );
}

function WhyPanel({
  score,
  itemNumber,
  parts,
  rule,
  moved = [],
  wakes,
  onClose,
}: ScorePopoverProps & { onClose: () => void }) {
  const most = Math.max(1, score, ...parts.map((part) => part.points));
  return (
    <section className="cb-why">
      <header className="cb-line">
        <b>Why is this here</b>
        <code className="cb-dim">{itemNumber}</code>
        <CloseButton onClick={onClose} />
      </header>
      <table>
        <tbody>
          {parts.map((part) => (
            <tr key={part.name}>
              <td>
                {part.name} <span className="cb-dim">{part.detail}</span>
              </td>
              <td>
                <div className="cb-why-bar" style={{ width: `${(part.points / most) * 100}%` }} />
              </td>
              <td className="cb-num">{part.points}</td>
            </tr>
          ))}
          <tr className="cb-strong">
            <td>Score</td>
            <td />
            <td className="cb-num">{score}</td>
          </tr>
        </tbody>
      </table>
      <dl className="cb-facts">
        {rule !== undefined && (
          <>
            <dt>Rule</dt>
            <dd>{rule}</dd>
          </>
        )}
        {moved.map((move, at) => [<dt key={`t${at}`}>{at === 0 ? 'Moved' : ''}</dt>, <dd key={`d${at}`}>{move}</dd>])}
        {wakes !== undefined && (
          <>
            <dt>Wakes</dt>
            <dd>{wakes}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
