import type { ReactNode } from 'react';

/** Props of `Banner`. */
export type BannerProps = {
  tone: 'warn' | 'bad' | 'info' | 'edit';
  icon?: ReactNode;
  children: ReactNode;
  /** One act at the right end. */
  action?: ReactNode;
  /** Boxed inside a form or pane, instead of edge to edge. */
  boxed?: boolean;
  /** `alert` interrupts a screen reader; otherwise it is announced politely. */
  role?: 'alert' | 'status';
};

/** A strip of one sentence and one act. */
export function Banner({ tone, icon, children, action, boxed = false, role = 'status' }: BannerProps) {
  return (
    <div className="cb-banner" data-tone={tone} data-boxed={boxed || undefined} role={role}>
      {icon}
      <span className="cb-banner-words">{children}</span>
      {action !== undefined && <span className="cb-push">{action}</span>}
    </div>
  );
}
