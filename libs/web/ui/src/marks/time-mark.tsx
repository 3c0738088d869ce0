import type { DueTier } from './due.rules.ts';
import { Glyph, Solid, type GlyphProps } from './glyph.tsx';

const ring = <circle cx="8" cy="8" r="6" />;

const drawings = {
  t30: ring,
  t15: (
    <>
      {ring}
      <Solid d="M8 8V2a6 6 0 0 1 6 6z" />
    </>
  ),
  t7: (
    <>
      {ring}
      <Solid d="M8 2a6 6 0 0 1 0 12z" />
    </>
  ),
  t3: (
    <>
      {ring}
      <Solid d="M8 8V2a6 6 0 1 1-6 6z" />
    </>
  ),
  t1: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  t0: <path d="M8 2.5 14.500 13.500h-13zM8 6.500v3.200M8 11.500v.1" />,
  paused: (
    <>
      {ring}
      <path d="M6.500 6v4M9.500 6v4" />
    </>
  ),
} satisfies Record<DueTier, unknown>;

/** Time as a shape: a circle that fills as the deadline nears, a triangle once it has passed. */
export function TimeMark({ tier, size }: GlyphProps & { tier: DueTier }) {
  return <Glyph size={size}>{drawings[tier]}</Glyph>;
}
