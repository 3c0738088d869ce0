import { PageFooter, useConnection, useMoments } from '@caseboard/web/kernel';
import { AsOf, ConnectionWord, FooterBar } from '@caseboard/web/ui';
import { useState, type ReactNode } from 'react';

/** The quiet line under a report: what to know, as of when, live or not. */
export function ReportFooter({ asOf, children }: { asOf: number; children: ReactNode }) {
  const { nowExact } = useMoments();
  const { state } = useConnection();
  const [seen, setSeen] = useState({ asOf: 0, time: '' });
  if (seen.asOf !== asOf) setSeen({ asOf, time: nowExact() });
  return (
    <PageFooter>
      <FooterBar
        start={<span>{children}</span>}
        end={[
          asOf > 0 && <AsOf key="as-of" seq={asOf} time={seen.time} />,
          <ConnectionWord key="connection" state={state === 'live' ? 'live' : 'offline'} />,
        ]}
      />
    </PageFooter>
  );
}
