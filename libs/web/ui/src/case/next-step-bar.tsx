import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Props of `NextStepBar`. */
export type NextStepBarProps = {
  /** What is next: `Next: coder sign-off on the level 1 letter.` */
  next: string;
  /** What holds it, or who does it already. */
  children?: ReactNode;
  /** One filled button, and quiet others. */
  actions?: ReactNode;
};

/** One sentence of what is next and what holds it. */
export function NextStepBar({ next, children, actions }: NextStepBarProps) {
  return (
    <div className="cb-next">
      <IconArrowRight size={16} aria-hidden="true" />
      <span className="cb-next-words">
        <b>{next}</b> <span className="cb-soft">{children}</span>
      </span>
      {actions !== undefined && <span className="cb-next-acts">{actions}</span>}
    </div>
  );
}
