import type { ReactNode } from 'react';

/** Props of `CaseSection`. */
export type CaseSectionProps = {
  title: string;
  /** Quiet words beside the title: `remittance of 6 Oct, ICN 26262PS004417`. */
  aside?: ReactNode;
  /** A link at the right end. */
  action?: ReactNode;
  children: ReactNode;
};

/** A titled part of a case. */
export function CaseSection({ title, aside, action, children }: CaseSectionProps) {
  return (
    <section className="cb-section">
      <header>
        <h2>{title}</h2>
        {aside !== undefined && <span className="cb-dim cb-cut">{aside}</span>}
        {action !== undefined && <span className="cb-push cb-small">{action}</span>}
      </header>
      {children}
    </section>
  );
}
