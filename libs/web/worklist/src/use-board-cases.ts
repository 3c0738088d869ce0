import type { WorkItem } from '@caseboard/contracts';
import { useColleagues, useLiveList, useSession, useShownRows } from '@caseboard/web/kernel';
import type { LiveSource, ShownRow, ShownRows, UseLiveList } from '@caseboard/web/kernel';
import { notifyError } from '@caseboard/web/ui';
import { useCallback, useEffect, useMemo } from 'react';
import type { BoardCase, BoardKind } from './board-case.ts';
import { casesInOrder } from './case-order.rules.ts';
import type { CaseSort } from './case-order.rules.ts';
import { isAhead, withPending } from './pending-move.rules.ts';
import { useCaseMoves, type CaseMoves, type MoveCommand } from './use-case-moves.ts';
import { useOwnerCommands, type OwnerCommands, type OwnerRefusal } from './use-owner-commands.ts';

/** Beyond this many cards a person asks for more. */
const MOST_BY_ITSELF = 1500;
const GONE_MS = 5000;

/** The cases of the page as they stand on screen, and what can be done to them. */
export interface BoardCases<Case extends BoardCase> extends Pick<ShownRows<Case>, 'waiting' | 'onHandChange' | 'show'> {
  kind: BoardKind<Case>;
  list: UseLiveList<Case>;
  /** Every loaded case with own changes on it, in order. */
  rows: readonly Case[];
  byId: ReadonlyMap<string, Case>;
  /** Where each stands on screen. */
  shown: readonly ShownRow<Case>[];
  savingIds: ReadonlySet<string>;
  moves: CaseMoves<Case>;
  owners: OwnerCommands;
}

/** How a page's cases are read, moved and laid out; `source`, `kind` and `command` must be stable. */
export interface BoardCasesAsk<Case extends BoardCase> {
  kind: BoardKind<Case>;
  source: LiveSource<Case>;
  command: MoveCommand<Case>;
  sort: CaseSort;
  isBoard: boolean;
}

/** The page's cases; a board holds cards in their column under the hand, a table only their order. */
export function useBoardCases<Case extends BoardCase>(asked: BoardCasesAsk<Case>): BoardCases<Case> {
  const { kind, source, command, sort, isBoard } = asked;
  const { user } = useSession();
  const list = useLiveList(source);
  const answers = useAnswers(list);
  const moves = useCaseMoves(kind, command, answers.onCase);
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
    kind,
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
function useWholeBoard<Case>({ rows, state, loadMore }: UseLiveList<Case>): void {
  const wantsMore = state.status === 'ready' && state.hasMore && rows.length < MOST_BY_ITSELF;
  useEffect(() => {
    if (wantsMore) loadMore();
  }, [wantsMore, rows.length, loadMore]);
}

/** Puts what answers and refusals bring into the list; a card also changes with its work item. */
function useAnswers<Case extends BoardCase>({ rows, take }: UseLiveList<Case>) {
  const onCase = useCallback((answer: Case) => take(answer, (held) => isAhead(answer, held)), [take]);
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
function useRaceTold<Case extends BoardCase>({ rows, changed }: UseLiveList<Case>): (refusal: OwnerRefusal) => void {
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
