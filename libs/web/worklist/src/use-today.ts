import { useSession } from '@caseboard/web/kernel';
import { useEffect, useMemo, useState } from 'react';
import { todayIn, zoneName } from './plain-date.rules.ts';

const LOOK_MS = 30_000;

/** The organisation's calendar: today, also past midnight, and the short name of its zone. */
export function useToday(): { today: string; zone: string; timeZone: string } {
  const { timeZone } = useSession().organisation;
  const [today, setToday] = useState(() => todayIn(timeZone, new Date()));
  useEffect(() => {
    const timer = setInterval(() => setToday(todayIn(timeZone, new Date())), LOOK_MS);
    return () => clearInterval(timer);
  }, [timeZone]);
  return useMemo(() => ({ today, zone: zoneName(Date.now(), timeZone), timeZone }), [today, timeZone]);
}
