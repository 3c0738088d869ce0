import { useEffect, useRef, type RefObject } from 'react';
import { piecesOf, type TextSpan } from './text-marks.rules.ts';

/** Props of `DocumentText`. */
export type DocumentTextProps = {
  text: string;
  label: string;
  marks: readonly TextSpan[];
  /** Words the person marked with the mouse or a finger; empty when none. */
  onSelect?: (words: string) => void;
};

/** A clinical document's text, as it was written, with what was found and quoted marked. */
export function DocumentText({ text, label, marks, onSelect }: DocumentTextProps) {
  const box = useRef<HTMLDivElement>(null);
  useSelectedWords(box, onSelect);
  const current = marks.find(({ kind }) => kind === 'current')?.start;
  useEffect(() => {
    if (current !== undefined) box.current?.querySelector('[data-kind="current"]')?.scrollIntoView({ block: 'center' });
  }, [current]);
  return (
    <div ref={box} className="cb-document-text" role="region" aria-label={label} tabIndex={0}>
      {piecesOf(text, marks).map(({ text: words, start, kind }) =>
        kind === null ? (
          words
        ) : (
          <mark key={start} data-kind={kind}>
            {words}
          </mark>
        ),
      )}
    </div>
  );
}

function useSelectedWords(box: RefObject<HTMLDivElement | null>, onSelect?: (words: string) => void): void {
  const tell = useRef(onSelect);
  useEffect(() => {
    tell.current = onSelect;
  }, [onSelect]);
  useEffect(() => {
    const hear = () => {
      const chosen = document.getSelection();
      const isInside = chosen?.anchorNode && box.current?.contains(chosen.anchorNode);
      tell.current?.(isInside ? chosen.toString().trim() : '');
    };
    document.addEventListener('selectionchange', hear);
    return () => document.removeEventListener('selectionchange', hear);
  }, [box]);
}
