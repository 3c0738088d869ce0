import type { Permission } from '@caseboard/contracts';
import { useAddress, usePageTitle, useSession, useSharePresence, type LiveSource } from '@caseboard/web/kernel';
import { EmptyState, SkeletonRows, useKeymap, type BoardCardData, type PresentPerson } from '@caseboard/web/ui';
import { IconFilter } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { BoardCase, BoardKind } from '../board-case.ts';
import { filtersOf, isFiltered, isNarrowed, stagesOf, type BoardFilters } from '../board-filters.rules.ts';
import { counted, sumOf, tallyOf } from '../board-totals.rules.ts';
import { caseSortNamed } from '../case-order.rules.ts';
import { useBoardActs, type BoardActs } from '../use-board-acts.ts';
import { useBoardCases } from '../use-board-cases.ts';
import { useBoardNews } from '../use-board-news.ts';
import type { MoveCommand } from '../use-case-moves.ts';
import { useHere } from '../use-here.ts';
import { BoardFilterBar } from './board-filter-bar.tsx';
import { BoardFooter } from './board-footer.tsx';
import { BoardHeader } from './board-header.tsx';
import { BoardQuestions } from './board-questions.tsx';
import { CaseBoard, type CardContext } from './case-board.tsx';
import { CaseTable, type CaseCells } from './case-table.tsx';
import { ClearFilters } from './clear-filters.tsx';
import { isShutOut, ListError, ShutOut } from './list-state.tsx';

/** One shared board of cases: everything that sets it apart from another. Make it once, outside of components. */
export interface BoardPage<Case extends BoardCase> {
  title: string;
  /** What the board holds, in the plural and in lower case: `denials`. */
  what: string;
  label: string;
  channel: string;
  queue: { key: string; name: string };
  kind: BoardKind<Case>;
  sourceOf(filters: BoardFilters, me: string): LiveSource<Case>;
  command: MoveCommand<Case>;
  movePermission: Permission;
  /** Stages that ask something before a case goes there. */
  asksFirst: readonly string[];
  question(asked: { row: Case; stage: string }, answer: (more: object) => void, cancel: () => void): ReactNode;
  glyphOf(stage: string): ReactNode;
  toCard(row: Case, stage: string, context: CardContext): BoardCardData;
  cells: CaseCells<Case>;
  /** What stands where no case is open, beside "filters hide them". */
  whenEmpty: string;
  drawer(opened: {
    caseId: string;
    card: Case | undefined;
    acts: BoardActs<Case>;
    here: readonly PresentPerson[];
  }): ReactNode;
  actions?(filters: BoardFilters): ReactNode;
}

const NO_FILTERS = { stage: undefined, payer: undefined, owner: undefined };

/** A shared board, and the same cases as a table. */
export function CaseBoardPage<Case extends BoardCase>({ page }: { page: BoardPage<Case> }) {
  const { kind, channel, title } = page;
  usePageTitle(title);
  const { user } = useSession();
  const { values, change } = useAddress();
  const filters = filtersOf(kind, values);
  const sort = caseSortNamed(values.sort);
  const isOver = filters.stage === kind.over;
  const view = values.view === 'table' || isOver ? 'table' : 'board';
  const [cursorId, setCursorId] = useState<string | null>(null);
  const { stage, payerId, owner } = filters;
  const source = useMemo(
    () => page.sourceOf({ stage, payerId, owner }, user.id),
    [page, stage, payerId, owner, user.id],
  );
  const cases = useBoardCases({ kind, source, command: page.command, sort, isBoard: view === 'board' });
  const { list, byId, rows } = cases;
  const acts = useBoardActs(cases, page);
  const here = useHere(channel);
  const news = useBoardNews(kind, list.changed, byId);
  const attendedId = values.case ?? cursorId ?? 'page';
  useSharePresence(channel, attendedId, acts.asking ? 'editing' : 'viewing');
  const attended = byId.get(attendedId);
  useKeymap([
    { keys: 'n', run: acts.next },
    { keys: 'c', run: () => acts.take(attended) },
    { keys: 'shift+c', run: () => acts.release(attended) },
    { keys: 'a', run: () => acts.askAssign(attended) },
  ]);
  const { status, asOf, hasMore } = list.state;
  const total = isNarrowed(filters)
    ? tallyOf(rows)
    : sumOf(stagesOf(kind, filters).map((each) => counted(list.counters, each)));
  if (isShutOut(list.state)) return <ShutOut what={page.what} />;
  const empty = isFiltered(filters) ? (
    <EmptyState
      icon={IconFilter}
      title={`Filters hide all ${page.what}`}
      action={<ClearFilters onClear={() => change(NO_FILTERS)} />}
    >
      Nothing here fits them.
    </EmptyState>
  ) : (
    <EmptyState title={`No open ${page.what}`}>{page.whenEmpty}</EmptyState>
  );
  const marks = { cases, acts, here, cursorId, onCursorChange: setCursorId, label: page.label };
  return (
    <>
      <BoardHeader
        title={title}
        queue={page.queue}
        total={total}
        overWord={isOver ? kind.stageWord(kind.over) : undefined}
        view={view}
        sort={sort}
        onNext={acts.next}
        actions={page.actions?.(filters)}
      />
      <BoardFilterBar
        kind={kind}
        filters={filters}
        rows={rows}
        waiting={cases.waiting}
        onShow={cases.show}
        news={news}
      />
      <ListError state={list.state} onRetry={list.reload} />
      {view === 'table' && <CaseTable {...marks} cells={page.cells} total={total.count} sort={sort} empty={empty} />}
      {view === 'board' && status === 'loading' && <SkeletonRows columns="repeat(6, 1fr)" rowHeight={119} rows={5} />}
      {view === 'board' && status === 'ready' && rows.length === 0 && empty}
      {view === 'board' && status === 'ready' && rows.length > 0 && (
        <CaseBoard
          {...marks}
          filters={filters}
          movePermission={page.movePermission}
          glyphOf={page.glyphOf}
          toCard={page.toCard}
          onOpenOver={() => change({ stage: kind.over })}
        />
      )}
      <BoardFooter
        isBoard={view === 'board'}
        loaded={rows.length}
        total={total.count}
        asOf={asOf}
        hasMore={hasMore}
        onMore={list.loadMore}
      />
      {values.case !== undefined &&
        page.drawer({ caseId: values.case, card: byId.get(values.case), acts, here: here.get(values.case) ?? [] })}
      <BoardQuestions acts={acts} question={page.question} />
    </>
  );
}
