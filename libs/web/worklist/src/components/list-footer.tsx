import { PageFooter, useConnection, useMoments } from '@caseboard/web/kernel';
import { AsOf, ConnectionWord, FooterBar } from '@caseboard/web/ui';
import { useState, type ReactNode } from 'react';

/** Props of `ListFooter`. */
export type ListFooterProps = {
  /** Counts, and what filters hide. */
  children: ReactNode;
  /** Which state of the log the page stands on. */
  asOf: number;
  /** Keys of the page, at the far end. */
  keys?: ReactNode;
};

/** The quiet line under a list: how many, as of when, live or not, keys. */
export function ListFooter({ children, asOf, keys }: ListFooterProps) {
  const moments = useMoments();
  const { state } = useConnection();
  const [seen, setSeen] = useState({ asOf: 0, time: '' });
  if (seen.asOf !== asOf) setSeen({ asOf, time: moments.nowExact() });
  return (
    <PageFooter>
      <FooterBar
        start={children}
        end={[
          asOf > 0 && <AsOf key="as-of" seq={asOf} time={seen.time} />,
          <ConnectionWord key="connection" state={state === 'live' ? 'live' : 'offline'} />,
          <span key="keys">{keys}</span>,
        ]}
      />
    </PageFooter>
  );
}
