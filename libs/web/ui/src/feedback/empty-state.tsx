import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { IconType } from '../shell/nav.types.ts';

/** Props of `EmptyState`. */
export type EmptyStateProps = {
  /** Check for no work, filter lines for hidden rows, a lock for no permission. */
  icon?: IconType;
  /** Why it is empty: `Filters hide 38 items`. */
  title: string;
  children?: ReactNode;
  /** The one act that helps. */
  action?: ReactNode;
};

/** Why there is nothing here and the one thing to do about it. */
export function EmptyState({ icon: Icon = IconCheck, title, children, action }: EmptyStateProps) {
  return (
    <div className="cb-empty">
      <Icon size={20} />
      <b>{title}</b>
      {children !== undefined && <span className="cb-soft">{children}</span>}
      {action !== undefined && <span className="cb-empty-act">{action}</span>}
    </div>
  );
}
