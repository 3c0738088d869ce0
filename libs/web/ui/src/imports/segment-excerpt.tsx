import { formatCount } from '../marks/money.rules.ts';

/** A raw segment of the file with its number; `hit` is the part that is wrong. Patient elements are masked before they come here. */
export type SegmentLine = { number: number; before: string; hit?: string; after?: string };

/** The segments around a fault, the wrong part underlined. */
export function SegmentExcerpt({ lines }: { lines: readonly SegmentLine[] }) {
  return (
    <div className="cb-segments">
      {lines.map((line) => (
        <div key={line.number} data-hit={line.hit === undefined ? undefined : true}>
          <span aria-label={`Segment ${formatCount(line.number)}`}>{line.number}</span>
          <code>
            {line.before}
            {line.hit !== undefined && <b>{line.hit}</b>}
            {line.after}
          </code>
        </div>
      ))}
    </div>
  );
}
