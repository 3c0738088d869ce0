import type { ReactNode } from 'react';

/** Props of `Tag`. */
export type TagProps = {
  children: ReactNode;
  /** Neutral unless one of the four meanings applies. */
  tone?: 'bad' | 'warn' | 'good' | 'wait' | 'accent' | undefined;
  icon?: ReactNode;
  title?: string;
};

/** A small word in a tinted box: a file kind, a lease holder, `not sent yet`. */
export function Tag({ children, tone, icon, title }: TagProps) {
  return (
    <span className="cb-tag" data-tone={tone} title={title}>
      {icon}
      {children}
    </span>
  );
}
