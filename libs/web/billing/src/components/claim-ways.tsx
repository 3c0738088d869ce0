import { pageOf, rejectionCase } from '@caseboard/contracts';
import type { Claim } from '@caseboard/contracts';
import { api, useGo, useMay } from '@caseboard/web/kernel';
import { AppLink } from '@caseboard/web/ui';
import { useEffect, useState } from 'react';

const rejections = pageOf(rejectionCase);

/** Where else this claim is worked on or comes from: its rejection, its visit, the fees it waits for. */
export function ClaimWays({ claim }: { claim: Claim }) {
  const go = useGo();
  const may = useMay();
  const rejection = useRejectionOf(claim);
  const ways = [
    rejection && { href: `/rejections/${rejection.id}`, words: `Rejection ${rejection.number}` },
    claim.encounterId !== null &&
      may('records.encounter.read') && { href: `/encounters/${claim.encounterId}`, words: 'Visit and its final codes' },
    claim.state === 'draft' && may('billing.fee.manage') && { href: '/admin/fees', words: 'Fees' },
  ].filter((way) => way !== undefined && way !== false);
  if (ways.length === 0) return null;
  return (
    <nav className="cb-case-line" aria-label={`Where else ${claim.number} is`}>
      {ways.map(({ href, words }) => (
        <AppLink key={href} href={href} onNavigate={go}>
          {words}
        </AppLink>
      ))}
    </nav>
  );
}

/** The open rejection of a rejected claim; undefined while it comes, and for people who may not see it. */
function useRejectionOf({ id, state, number }: Claim): { id: string; number: string } | undefined {
  const may = useMay();
  const isWanted = state === 'rejected' && may('billing.rejection.read');
  const [found, setFound] = useState<{ id: string; number: string }>();
  useEffect(() => {
    setFound(undefined);
    if (!isWanted) return undefined;
    const stop = new AbortController();
    api.get('/rejections', rejections, { query: { text: number, limit: 20 }, signal: stop.signal }).then(
      ({ items }) => setFound(items.find(({ claimId }) => claimId === id)),
      () => undefined,
    );
    return () => stop.abort();
  }, [id, number, isWanted]);
  return found;
}
