import { useEffect, useState } from 'react';

/** Props of `SkeletonRows`. */
export type SkeletonRowsProps = {
  /** Column widths as CSS grid tracks, the same as of the grid that will follow. */
  columns: string;
  rows?: number;
  /** Pixels per row. */
  rowHeight?: number;
};

const countOf = (columns: string) =>
  columns
    .replace(/minmax\([^)]*\)/g, 'x')
    .trim()
    .split(/\s+/).length;
const ragged = [82, 64, 90, 70, 55, 76];

/** The true columns in grey, shown only when the first load takes longer than 200 ms; never over a live grid. */
export function SkeletonRows({ columns, rows = 12, rowHeight = 36 }: SkeletonRowsProps) {
  const isLate = useLate(200);
  if (!isLate) return <div aria-busy="true" />;
  return (
    <div className="cb-skeleton" role="status" aria-busy="true" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="cb-skeleton-row" style={{ gridTemplateColumns: columns, height: rowHeight }}>
          {Array.from({ length: countOf(columns) }, (_cell, at) => (
            <span key={at} style={{ width: at < 2 ? '100%' : `${ragged[(row + at) % ragged.length]}%` }} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** True once `ms` have passed since mounting. */
export function useLate(ms: number): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isLate;
}
