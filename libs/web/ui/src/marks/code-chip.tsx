import type { ReactNode } from 'react';

/** A code as the payer wrote it (`CO-197 M62`), in mono; never a code set's licensed text. */
export function CodeChip({ children, quiet = false }: { children: ReactNode; quiet?: boolean }) {
  return (
    <span className="cb-carc" data-quiet={quiet || undefined}>
      {children}
    </span>
  );
}
