import type { ReactNode } from 'react';
import { CloseButton } from '../marks/close-button.tsx';

/** Props of `SplitPane`. */
export type SplitPaneProps = {
  children: ReactNode;
  /** The report or detail on the right; without it the list takes the width. */ side?: ReactNode;
  label?: string;
};

/** A list with a 424 px pane of detail beside it; on a phone the detail takes the place of the list. */
export function SplitPane({ children, side, label = 'Detail' }: SplitPaneProps) {
  return (
    <div className="cb-split" data-open={side === undefined ? undefined : true}>
      <div className="cb-split-list">{children}</div>
      {side !== undefined && (
        <aside className="cb-split-side" aria-label={label}>
          {side}
        </aside>
      )}
    </div>
  );
}

/** Props of `PaneHeader`. */
export type PaneHeaderProps = { title: string; onClose: () => void; children?: ReactNode };

/** The title of a detail pane, its one sentence, and the way to shut it. */
export function PaneHeader({ title, onClose, children }: PaneHeaderProps) {
  return (
    <header className="cb-pane-header">
      <div className="cb-line">
        <h2 className="cb-cut">{title}</h2>
        <CloseButton onClick={onClose} />
      </div>
      {children !== undefined && <p className="cb-soft">{children}</p>}
    </header>
  );
}
