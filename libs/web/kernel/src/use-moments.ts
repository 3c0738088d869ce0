import { useMemo } from 'react';
import { clockIn, dayIn, momentIn } from './moments.rules.ts';
import { useSession } from './session-context.tsx';

/** Moments in the organisation's time zone. */
export interface Moments {
  /** `10:41 AM`, with its date when it is not today. */
  words(at: string): string;
  /** Now, to the second and with the zone. */
  nowExact(): string;
  /** Today's plain date. */
  today(): string;
  dayOf(at: string): string;
}

export function useMoments(): Moments {
  const { timeZone } = useSession().organisation;
  return useMemo(
    () => ({
      words: (at) => momentIn(timeZone, at, Date.now()),
      nowExact: () => clockIn(timeZone, Date.now(), true),
      today: () => dayIn(timeZone, Date.now()),
      dayOf: (at) => dayIn(timeZone, at),
    }),
    [timeZone],
  );
}
