import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import type { Navigate } from './nav.types.ts';

/** Props of `AppLink`. */
export type AppLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  onNavigate?: Navigate | undefined;
};

const opensElsewhere = (event: MouseEvent) => event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;

/** A real link that stays in the app on a plain click and still opens a new tab with a modifier. */
export function AppLink({ onNavigate, onClick, ...rest }: AppLinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (onNavigate === undefined || event.defaultPrevented || opensElsewhere(event)) return;
    event.preventDefault();
    onNavigate(rest.href);
  };
  return <a {...rest} onClick={follow} />;
}
