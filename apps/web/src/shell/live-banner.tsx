import { useConnection, useSession } from '@caseboard/web/kernel';
import { OfflineBanner } from '@caseboard/web/ui';
import { useEffect, useState } from 'react';

const SHOW_AFTER_S = 3;

/** From three seconds without connection on: how long, and from when what you see is. */
export function LiveBanner() {
  const { state, since } = useConnection();
  const { organisation } = useSession();
  const [now, setNow] = useState(Date.now);
  const isAway = state !== 'live';
  useEffect(() => {
    if (!isAway) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isAway]);
  const seconds = Math.floor((Math.max(now, since) - since) / 1000);
  if (!isAway || seconds < SHOW_AFTER_S) return null;
  return <OfflineBanner seconds={seconds} dataFrom={clockTime(since, organisation.timeZone)} />;
}

const clockTime = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'shortGeneric',
  }).format(at);
