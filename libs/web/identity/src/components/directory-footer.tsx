import { PageFooter, useMoments, type LiveState } from '@caseboard/web/kernel';
import { AsOf, FooterBar } from '@caseboard/web/ui';
import type { ReactNode } from 'react';

/** The quiet line under a list of administration: what it holds, as of when. */
export function DirectoryFooter({ state, children }: { state: LiveState; children: ReactNode }) {
  const { nowExact } = useMoments();
  return (
    <PageFooter>
      <FooterBar
        start={children}
        end={state.status === 'ready' ? <AsOf seq={state.asOf} time={nowExact()} /> : undefined}
      />
    </PageFooter>
  );
}
