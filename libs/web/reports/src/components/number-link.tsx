import { useAddress } from '@caseboard/web/kernel';
import { AppLink } from '@caseboard/web/ui';
import { hrefOfRows, openPatch, type RowsAsk } from '../rows-ask.rules.ts';

/** Props of `NumberLink`. */
export type NumberLinkProps = { ask: RowsAsk; children: string; isStrong?: boolean };

/** A number that opens to its rows; a number of nothing is only text. */
export function NumberLink({ ask, children, isStrong = false }: NumberLinkProps) {
  const { change } = useAddress();
  if (/^[0.]+$/.test(children)) return <span className="cb-dim">{children}</span>;
  return (
    <AppLink
      href={hrefOfRows(ask)}
      className="cb-number cb-plain"
      data-strong={isStrong || undefined}
      aria-label={`${children}, ${ask.title}: show the rows`}
      onNavigate={() => change(openPatch(ask))}
    >
      {children}
    </AppLink>
  );
}
