import type { ReactNode } from 'react';

/** Props of `PageHeader`. */
export type PageHeaderProps = {
  title: ReactNode;
  /** One line of truth: `34 open, 5.2 h of 7.5 h planned`. */
  truth?: ReactNode;
  /** Buttons on the right; one of them filled at most. */
  actions?: ReactNode;
};

/** A page's title, its line of truth and its actions. */
export function PageHeader({ title, truth, actions }: PageHeaderProps) {
  return (
    <div className="cb-page-header">
      <h1>{title}</h1>
      {truth !== undefined && <span className="cb-dim cb-cut">{truth}</span>}
      {actions !== undefined && <span className="cb-page-actions">{actions}</span>}
    </div>
  );
}
