import type { ReactNode } from 'react';
import { CloseButton } from '../marks/close-button.tsx';
import { formatCount } from '../marks/money.rules.ts';

/** Props of `BulkBar`. */
export type BulkBarProps = {
  selected: number;
  /** Sum of the selection, already in words: `$4,818.40`. */
  sum?: string;
  /** Everything the filter matches, offered when more than what is selected. */
  matching?: number;
  onSelectAllMatching?: (() => void) | undefined;
  onClear: () => void;
  /** Buttons with their keys. */
  children: ReactNode;
};

/** Docks between grid and footer while rows are selected; it shortens the grid and never covers it. */
export function BulkBar({ selected, sum, matching = 0, onSelectAllMatching, onClear, children }: BulkBarProps) {
  if (selected === 0) return null;
  return (
    <div className="cb-bulk" role="toolbar" aria-label="Selected rows">
      <b role="status">{formatCount(selected)} selected</b>
      {sum !== undefined && <span className="cb-toast-soft">{sum}</span>}
      {matching > selected && onSelectAllMatching !== undefined && (
        <button type="button" className="cb-toast-act" onClick={onSelectAllMatching}>
          Select all {formatCount(matching)} matching
        </button>
      )}
      {children}
      <CloseButton label="Clear selection" onClick={onClear} />
    </div>
  );
}
