import type { ReactNode } from 'react';
import { formatCount } from '../marks/money.rules.ts';

/** One saved view. */
export type ViewTab = { id: string; label: string; count?: number | undefined; icon?: ReactNode; isUnsaved?: boolean };

/** Props of `ViewTabs`. */
export type ViewTabsProps = {
  tabs: readonly ViewTab[];
  activeId: string;
  onSelect: (id: string) => void;
  /** Right end: Save, Save as, Reset while a view has unsaved changes. */
  end?: ReactNode;
  label?: string;
};

/** Saved views as tabs; an orange dot means unsaved. */
export function ViewTabs({ tabs, activeId, onSelect, end, label = 'Saved views' }: ViewTabsProps) {
  return (
    <div className="cb-tabs" role="group" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          className="cb-tab"
          aria-pressed={tab.id === activeId}
          onClick={() => onSelect(tab.id)}
        >
          {tab.icon}
          {tab.label}
          {tab.count !== undefined && <span className="cb-tab-count">{formatCount(tab.count)}</span>}
          {tab.isUnsaved && <span className="cb-tab-unsaved" role="img" aria-label="Unsaved changes" />}
        </button>
      ))}
      {end !== undefined && <span className="cb-push cb-line cb-small cb-dim">{end}</span>}
    </div>
  );
}
