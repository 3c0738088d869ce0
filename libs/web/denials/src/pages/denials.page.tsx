import { useAddress, usePageTitle, useSharePresence } from '@caseboard/web/kernel';
import { SkeletonRows, useKeymap } from '@caseboard/web/ui';
import { isShutOut, ListError, ShutOut, useHere } from '@caseboard/web/worklist';
import { useState } from 'react';
import { counted, sumOf, tallyOf } from '../board-totals.rules.ts';
import { caseSortNamed } from '../case-order.rules.ts';
import { DenialBoard } from '../components/denial-board.tsx';
import { DenialDrawer } from '../components/denial-drawer.tsx';
import { DenialFilterBar } from '../components/denial-filter-bar.tsx';
import { DenialFooter } from '../components/denial-footer.tsx';
import { DenialHeader } from '../components/denial-header.tsx';
import { DenialQuestions } from '../components/denial-questions.tsx';
import { DenialTable } from '../components/denial-table.tsx';
import { NoDenials } from '../components/no-denials.tsx';
import { filtersOf, isFiltered, isNarrowed, stagesOf } from '../denial-filters.rules.ts';
import { BOARD_CHANNEL } from '../denials.live.ts';
import { useBoardNews } from '../use-board-news.ts';
import { useCaseActs } from '../use-case-acts.ts';
import { useDenials } from '../use-denials.ts';

const NO_FILTERS = { stage: undefined, payer: undefined, owner: undefined };

/** The shared board of denials, and the same cases as a table. */
export function DenialsPage() {
  usePageTitle('Denials');
  const { values, change } = useAddress();
  const filters = filtersOf(values);
  const sort = caseSortNamed(values.sort);
  const isClosed = filters.stage === 'closed';
  const view = values.view === 'table' || isClosed ? 'table' : 'board';
  const [cursorId, setCursorId] = useState<string | null>(null);
  const denials = useDenials(filters, sort, view === 'board');
  const { list, byId, rows } = denials;
  const acts = useCaseActs(denials);
  const here = useHere(BOARD_CHANNEL);
  const news = useBoardNews(list.changed, byId);
  const attendedId = values.case ?? cursorId ?? 'page';
  useSharePresence(BOARD_CHANNEL, attendedId, acts.closing ? 'editing' : 'viewing');
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
    : sumOf(stagesOf(filters).map((stage) => counted(list.counters, stage)));
  if (isShutOut(list.state)) return <ShutOut what="denials" />;
  const empty = <NoDenials isFiltered={isFiltered(filters)} onClear={() => change(NO_FILTERS)} />;
  const marks = { denials, acts, here, cursorId, onCursorChange: setCursorId };
  return (
    <>
      <DenialHeader total={total} isClosed={isClosed} view={view} sort={sort} onNext={acts.next} />
      <DenialFilterBar filters={filters} rows={rows} waiting={denials.waiting} onShow={denials.show} news={news} />
      <ListError state={list.state} onRetry={list.reload} />
      {view === 'table' && <DenialTable {...marks} total={total.count} sort={sort} empty={empty} />}
      {view === 'board' && status === 'loading' && <SkeletonRows columns="repeat(6, 1fr)" rowHeight={119} rows={5} />}
      {view === 'board' && status === 'ready' && rows.length === 0 && empty}
      {view === 'board' && status === 'ready' && rows.length > 0 && (
        <DenialBoard {...marks} filters={filters} onOpenClosed={() => change({ stage: 'closed' })} />
      )}
      <DenialFooter
        isBoard={view === 'board'}
        loaded={rows.length}
        total={total.count}
        asOf={asOf}
        hasMore={hasMore}
        onMore={list.loadMore}
      />
      {values.case !== undefined && (
        <DenialDrawer
          key={values.case}
          caseId={values.case}
          card={byId.get(values.case)}
          acts={acts}
          here={here.get(values.case) ?? []}
        />
      )}
      <DenialQuestions acts={acts} />
    </>
  );
}
