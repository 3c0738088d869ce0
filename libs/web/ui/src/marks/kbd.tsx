import type { ReactNode } from 'react';

/** A key as printed on the keyboard, beside the control it works. Silent: `aria-keyshortcuts` speaks. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="cb-kbd" aria-hidden="true">
      {children}
    </kbd>
  );
}
