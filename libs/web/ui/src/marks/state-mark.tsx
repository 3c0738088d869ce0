import type { ReactNode } from 'react';
import { Glyph, Solid, Square, type GlyphProps } from './glyph.tsx';

/** The states of work, each a square: what to do, in hand, waiting, blocked, put off, done, not begun, planned. */
export type WorkState = 'open' | 'working' | 'waiting' | 'blocked' | 'snoozed' | 'done' | 'new' | 'planned';

const drawings: Record<WorkState, ReactNode> = {
  open: <rect x="6" y="6" width="4" height="4" rx="1" fill="currentColor" stroke="none" />,
  working: (
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
  blocked: (
    <>
      <Square />
      <path d="m6 6 4 4M10 6l-4 4" />
    </>
  ),
  snoozed: (
    <>
      <Square />
      <path d="M6.300 6h3.400l-3.400 4h3.400" />
    </>
  ),
  done: (
    <>
      <Square filled />
      <path d="m5.400 8.200 1.800 1.800 3.500-3.800" stroke="var(--surface)" />
    </>
  ),
  new: <Square dashed />,
  planned: <Square />,
};

/** The square of a state alone; put the word beside it or use `StateMark`. */
export function StateGlyph({ state, size }: GlyphProps & { state: WorkState }) {
  return <Glyph size={size}>{drawings[state]}</Glyph>;
}

/** A state as square and word. */
export function StateMark({ state, children, size = 14 }: GlyphProps & { state: WorkState; children: ReactNode }) {
  return (
    <span className="cb-state" data-state={state}>
      <StateGlyph state={state} size={size} />
      <span className="cb-cut">{children}</span>
    </span>
  );
}
