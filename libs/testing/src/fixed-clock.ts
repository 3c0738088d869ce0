/** A clock that stands still until told otherwise; give it where the kernel's Clock is asked for. */
export interface FixedClock {
  now(): Date;
  /** Moves to a moment, ISO with offset. */
  set(moment: string): void;
  /** Moves on by milliseconds; backwards when negative. */
  advance(milliseconds: number): void;
}

/** A clock fixed at `moment` (UTC ISO), by default noon of Monday 2 March 2026. */
export function fixedClock(moment = '2026-03-02T12:00:00.000Z'): FixedClock {
  let at = Date.parse(moment);
  return {
    now: () => new Date(at),
    set: (next) => {
      at = Date.parse(next);
    },
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}
