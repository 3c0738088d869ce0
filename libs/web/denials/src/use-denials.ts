import type { DenialCase, WorkItem } from '@caseboard/contracts';
import { useColleagues, useLiveList, useSession, useShownRows } from '@caseboard/web/kernel';
import type { ShownRow, ShownRows, UseLiveList } from '@caseboard/web/kernel';
import { notifyError } from '@caseboard/web/ui';
import { useOwnerCommands, type OwnerCommands, type OwnerRefusal } from '@caseboard/web/worklist';
import { useCallback, useEffect, useMemo } from 'react';
import { casesInOrder } from './case-order.rules.ts';
import type { CaseSort } from './case-order.rules.ts';
import type { DenialFilters } from './denial-filters.rules.ts';
import { denialCases } from './denials.live.ts';
import { isAhead, withPending } from './pending-move.rules.ts';
import { useDenialMoves, type DenialMoves } from './use-denial-moves.ts';

/** Beyond this many cards a person asks for more. */
const MOST_BY_ITSELF = 1500;
const GONE_MS = 5000;

/** The cases of the page as they stand on screen, and what can be done to them. */
export interface Denials extends Pick<ShownRows<DenialCase>, 'waiting' | 'onHandChange' | 'show'> {
  list: UseLiveList<DenialCase>;
  /** Every loaded case with own changes on it, in order. */
  rows: readonly DenialCase[];
  byId: ReadonlyMap<string, DenialCase>;
  /** Where each stands on screen. */
  shown: readonly ShownRow<DenialCase>[];
  savingIds: ReadonlySet<string>;
  moves: DenialMoves;
  owners: OwnerCommands;
}

/** The page's cases; a board holds cards in their column under the hand, a table only their order. */
export function useDenials(filters: DenialFilters, sort: CaseSort, isBoard: boolean): Denials {
  const { user } = useSession();
  const { stage, payerId, owner } = filters;
  const source = useMemo(() => denialCases({ stage, payerId, owner }, user.id), [stage, payerId, owner, user.id]);
  const list = useLiveList(source);
  const answers = useAnswers(list);
  const moves = useDenialMoves(answers.onCase);
  const owners = useOwnerCommands(useRaceTold(list), answers.onItem);
  const rows = useMemo(
    () =>
      casesInOrder(
        list.rows.map((row) => withPending(row, moves.pending.get(row.id), owners.pending.get(row.workItemId))),
        sort,
      ),
    [list.rows, moves.pending, owners.pending, sort],
  );
  const fresh = useMemo(
    () => rows.map((row) => ({ id: row.id, place: isBoard ? row.stage : 'table', row })),
    [rows, isBoard],
  );
  const pendingIds = useMemo(() => new Set(moves.pending.keys()), [moves.pending]);
  const ask = { fresh, changes: list.changed, liveIds: list.liveIds, actor: `user:${user.id}`, pendingIds };
  const { shown, waiting, onHandChange, show } = useShownRows({ ...ask, goneMs: isBoard ? 0 : GONE_MS });
  useWholeBoard(list);
  return {
    list,
    rows,
    byId: useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]),
    shown,
    waiting,
    onHandChange,
    show,
    savingIds: useMemo(
      () => new Set([...moves.pending].filter(([, { isLate }]) => isLate).map(([id]) => id)),
      [moves.pending],
    ),
    moves,
    owners,
  };
}

/** Loads the following pages by itself, so that lanes count what there is; a very large board waits to be asked. */
function useWholeBoard({ rows, state, loadMore }: UseLiveList<DenialCase>): void {
  const wantsMore = state.status === 'ready' && state.hasMore && rows.length < MOST_BY_ITSELF;
  useEffect(() => {
    if (wantsMore) loadMore();
  }, [wantsMore, rows.length, loadMore]);
}

/** Puts what answers and refusals bring into the list; a card also changes with its work item. */
function useAnswers({ rows, take }: UseLiveList<DenialCase>) {
  const onCase = useCallback((answer: DenialCase) => take(answer, (held) => isAhead(answer, held)), [take]);
  const onItem = useCallback(
    ({ id, ownerId, version }: WorkItem) => {
      const card = rows.find(({ workItemId }) => workItemId === id);
      if (card) onCase({ ...card, ownerId, workItemVersion: version });
    },
    [rows, onCase],
  );
  return { onCase, onItem };
}

/** Tells the loser of a race about a card who has it. */
function useRaceTold({ rows, changed }: UseLiveList<DenialCase>): (refusal: OwnerRefusal) => void {
  const { nameOfActor } = useColleagues();
  return useCallback(
    ({ target, holder, isStale }) => {
      const card = rows.find(({ workItemId }) => workItemId === target.id);
      const by = card && changed.get(card.id);
      const who = by ? nameOfActor(by.actor) : 'Somebody';
      if (isStale)
        notifyError(`${target.number} keeps its owner.`, `${who} changed it first. You see it as it is now.`);
      else notifyError(`${target.number} is not yours.`, `Taken by ${holder ?? 'somebody else'}.`);
    },
    [rows, changed, nameOfActor],
  );
}
