import { wordsOf } from '@caseboard/web/kernel';
import { useCallback, useEffect, useState } from 'react';

/** A report as far as it is read. */
export interface ReadReport<Report> {
  report: Report | undefined;
  /** Why the last reading failed; an older report stays on screen. */
  failure: { text: string; traceId?: string } | undefined;
  isReading: boolean;
  reload(): void;
}

/** Reads a report, and again on demand: numbers do not change under the reader. `read` must be stable. */
export function useReport<Report>(read: (signal: AbortSignal) => Promise<Report>): ReadReport<Report> {
  const [report, setReport] = useState<Report>();
  const [failure, setFailure] = useState<ReadReport<Report>['failure']>();
  const [isReading, setReading] = useState(true);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    setReading(true);
    read(stop.signal)
      .then(
        (found) => {
          if (stop.signal.aborted) return;
          setReport(found);
          setFailure(undefined);
        },
        (error: unknown) => {
          if (!stop.signal.aborted) setFailure(wordsOf(error));
        },
      )
      .finally(() => {
        if (!stop.signal.aborted) setReading(false);
      });
    return () => stop.abort();
  }, [read, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { report, failure, isReading, reload };
}
