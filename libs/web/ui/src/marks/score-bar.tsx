import type { Ref } from 'react';

/** Props of `ScoreBar`. */
export type ScoreBarProps = {
  /** 0 to 100. */
  score: number;
  /** Opens "Why is this here"; without it the score is only shown. */
  onClick?: (() => void) | undefined;
  open?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

/** The score as a number and a short bar; a button that opens its parts. */
export function ScoreBar({ score, onClick, open = false, ref }: ScoreBarProps) {
  const content = (
    <>
      <b>{score}</b>
      <span className="cb-score-rail" aria-hidden="true">
        <span style={{ width: `${Math.max(0, Math.min(100, score))}%` }} />
      </span>
    </>
  );
  if (onClick === undefined) return <span className="cb-score">{content}</span>;
  return (
    <button
      ref={ref}
      type="button"
      className="cb-score"
      tabIndex={-1}
      aria-label={`Why is this here: ${score} points`}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={onClick}
    >
      {content}
    </button>
  );
}
