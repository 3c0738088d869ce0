import type { ClaimSummary } from '@caseboard/contracts';
import { useSession, useShownRows, type ShownRows, type UseLiveList } from '@caseboard/web/kernel';
import { useMemo } from 'react';
import { newestFirst } from './claim-views.rules.ts';
import { claimStateWord } from './claim-words.rules.ts';

const GONE_MS = 5000;

/** Claims as they stand on screen: still under the hand, and what left says where it went. */
export interface ClaimRows extends Pick<ShownRows<ClaimSummary>, 'waiting' | 'onHandChange' | 'show'> {
  rows: readonly ClaimSummary[];
  leaving: ReadonlyMap<string, string>;
}

/** Keeps a list of claims, newest first, still while the hand is in it. */
export function useClaimRows({ rows, changed, liveIds }: UseLiveList<ClaimSummary>): ClaimRows {
  const { user } = useSession();
  const fresh = useMemo(() => newestFirst(rows).map((row) => ({ id: row.id, place: 'list', row })), [rows]);
  const { shown, ...hand } = useShownRows({
    fresh,
    changes: changed,
    liveIds,
    actor: `user:${user.id}`,
    goneMs: GONE_MS,
  });
  return {
    ...hand,
    rows: useMemo(() => shown.map(({ row }) => row), [shown]),
    leaving: useMemo(
      () =>
        new Map(
          shown.flatMap(({ id, row, gone }) =>
            gone ? [[id, `No longer ${claimStateWord(row.state).toLowerCase()}`] as const] : [],
          ),
        ),
      [shown],
    ),
  };
}
