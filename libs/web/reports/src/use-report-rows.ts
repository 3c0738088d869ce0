import type { ReportRow } from '@caseboard/contracts';
import { wordsOf } from '@caseboard/web/kernel';
import { useCallback, useEffect, useState } from 'react';
import { readRows } from './reports.api.ts';
import type { RowsAsk } from './rows-ask.rules.ts';

/** Rows behind a number, page by page. */
export interface BehindNumber {
  status: 'loading' | 'ready' | 'failed';
  rows: readonly ReportRow[];
  asOf: number;
  failure: { text: string; traceId?: string } | undefined;
  hasMore: boolean;
  more(): void;
  retry(): void;
}

interface Held {
  status: BehindNumber['status'];
  rows: readonly ReportRow[];
  asOf: number;
  cursor: string | null;
  failure?: { text: string; traceId?: string };
}

const NOTHING: Held = { status: 'loading', rows: [], asOf: 0, cursor: null };

/** Reads what a number is made of. Mount it anew for another number. */
export function useReportRows(ask: RowsAsk): BehindNumber {
  const [held, setHeld] = useState<Held>(NOTHING);
  const [{ asked }] = useState({ asked: ask });
  const read = useCallback(
    (after: Held) =>
      readRows(asked, after.cursor ?? undefined).then(
        ({ items, nextCursor, asOf }) =>
          setHeld({ status: 'ready', rows: [...after.rows, ...items], asOf, cursor: nextCursor }),
        (error: unknown) => setHeld({ ...after, status: 'failed', failure: wordsOf(error) }),
      ),
    [asked],
  );
  useEffect(() => void read(NOTHING), [read]);
  return {
    status: held.status,
    rows: held.rows,
    asOf: held.asOf,
    failure: held.failure,
    hasMore: held.cursor !== null,
    more: () => void read(held),
    retry: () => void read(held),
  };
}
