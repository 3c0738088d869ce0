import type { ReactNode } from 'react';
import { Glyph, Solid, Square, type GlyphProps } from './glyph.tsx';

/** The seven stages of a denial case, in order. */
export const stages = ['new', 'triaged', 'investigating', 'waiting', 'decided', 'submitted', 'closed'] as const;

/** A stage of a denial case. */
export type Stage = (typeof stages)[number];

const diamond = 'M8 2 14 8l-6 6-6-6z';

const drawings: Record<Stage, ReactNode> = {
  new: <Square dashed />,
  triaged: (
    <>
      <Square />
      <rect x="6" y="6" width="4" height="4" rx="1" fill="currentColor" stroke="none" />
    </>
  ),
  investigating: (
    <>
      <Square />
      <Solid d="M8 2.500h3A2.500 2.500 0 0 1 13.500 5v6a2.500 2.500 0 0 1-2.500 2.500H8z" />
    </>
  ),
  waiting: (
    <>
      <Square />
      <path d="M6.400 6v4M9.600 6v4" />
    </>
  ),
  decided: (
    <>
      <path d={diamond} />
      <Solid d="M8 5.500 10.500 8 8 10.500z" />
    </>
  ),
  submitted: <path d={diamond} fill="currentColor" />,
  closed: (
    <>
      <Square filled />
      <path d="m5.400 8.200 1.800 1.800 3.500-3.800" stroke="var(--surface)" />
    </>
  ),
};

const words: Record<Stage, string> = {
  new: 'New',
  triaged: 'Triaged',
  investigating: 'Investigating',
  waiting: 'Waiting',
  decided: 'Decided',
  submitted: 'Submitted',
  closed: 'Closed',
};

/** The stage's word as it stands on the board. */
export const stageWord = (stage: Stage): string => words[stage];

/** The stage's glyph alone: squares while it is with us, diamonds once it is for or with the payer. */
export function StageGlyph({ stage, size }: GlyphProps & { stage: Stage }) {
  return <Glyph size={size}>{drawings[stage]}</Glyph>;
}

/** A stage as glyph and word. */
export function StageMark({ stage, size = 14, children }: GlyphProps & { stage: Stage; children?: ReactNode }) {
  return (
    <span className="cb-stage" data-stage={stage}>
      <StageGlyph stage={stage} size={size} />
      {children ?? words[stage]}
    </span>
  );
}
