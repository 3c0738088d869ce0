import { PageFooter, useConnection } from '@caseboard/web/kernel';
import { AsOf, ConnectionWord, FooterBar } from '@caseboard/web/ui';
import { useState, type ReactNode } from 'react';
import { clockTime } from '../plain-date.rules.ts';
import { useToday } from '../use-today.ts';

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
  const { timeZone } = useToday();
  const { state } = useConnection();
  const [seen, setSeen] = useState({ asOf: 0, at: 0 });
  if (seen.asOf !== asOf) setSeen({ asOf, at: Date.now() });
  return (
    <PageFooter>
      <FooterBar
        start={children}
        end={
          <>
            {asOf > 0 && <AsOf seq={asOf} time={clockTime(seen.at, timeZone)} />}
            <ConnectionWord state={state === 'live' ? 'live' : 'offline'} />
            {keys}
          </>
        }
      />
    </PageFooter>
  );
}
