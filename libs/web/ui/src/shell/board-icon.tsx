import { Glyph } from '../marks/glyph.tsx';

/** Three columns of cards: denials, and the board layout of any list. */
export function BoardIcon({ size = 16 }: { size?: number | string }) {
  return (
    <Glyph size={Number(size)}>
      <path d="M2.500 3h3v10h-3zM6.500 3h3v6h-3zM10.500 3h3v8h-3z" />
    </Glyph>
  );
}
