import { useEffect, useMemo, useState } from 'react';
import { dayIn } from './moments.rules.ts';
import { useSession } from './session-context.tsx';

const LOOK_MS = 30_000;

/** The organisation's calendar: today, also past midnight, and the short name of its zone. */
export function useToday(): { today: string; zone: string } {
  const { timeZone } = useSession().organisation;
  const [today, setToday] = useState(() => dayIn(timeZone, Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setToday(dayIn(timeZone, Date.now())), LOOK_MS);
    return () => clearInterval(timer);
  }, [timeZone]);
  return useMemo(() => ({ today, zone: zoneOn(today, timeZone) }), [today, timeZone]);
}

function zoneOn(day: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'shortGeneric' });
  return format.formatToParts(Date.parse(day)).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
