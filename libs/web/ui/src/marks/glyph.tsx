import type { ReactNode } from 'react';

/** Props every mark glyph takes. */
export type GlyphProps = { size?: number | undefined };

/** A 16-unit drawing in the current colour, silent: the word beside it speaks. */
export function Glyph({ size = 16, children }: GlyphProps & { children: ReactNode }) {
  return (
    <svg className="cb-glyph" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** The square that every state stands in; `dashed` for what has not begun, `filled` for done. */
export function Square({ dashed = false, filled = false }: { dashed?: boolean; filled?: boolean }) {
  return (
    <rect
      x="2.5"
      y="2.5"
      width="11"
      height="11"
      rx="2.5"
      strokeDasharray={dashed ? '2.3 2.1' : undefined}
      fill={filled ? 'currentColor' : 'none'}
    />
  );
}

/** A shape filled with the current colour and no outline. */
export function Solid({ d }: { d: string }) {
  return <path d={d} fill="currentColor" stroke="none" />;
}
