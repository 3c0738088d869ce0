import { useAddress, useMay, usePageTitle, useSharePresence } from '@caseboard/web/kernel';
import { EmptyState, formatCount, formatMoney, Kbd, PageHeader, SkeletonRows, useKeymap } from '@caseboard/web/ui';
import { AssignDialog, ClearFilters, isShutOut, ListError, ListFooter, NextButton, ShutOut, useHere, useWorkers } from '@caseboard/web/worklist';
import { Button } from '@mantine/core';
import { IconFilter, IconSortDescending } from '@tabler/icons-react';
import { useState } from 'react';
import { counted, sumOf, tallyOf } from '../board-totals.rules.ts';
import { caseSortNamed } from '../case-order.rules.ts';
import { CloseForm } from '../components/close-form.tsx';
import { DenialBoard } from '../components/denial-board.tsx';
import { DenialDrawer } from '../components/denial-drawer.tsx';
import { DenialFilterBar } from '../components/denial-filter-bar.tsx';
import { DenialTable } from '../components/denial-table.tsx';
import { ViewSwitch } from '../components/view-switch.tsx';
import { filtersOf, isFiltered, stagesOf } from '../denial-filters.rules.ts';
import { BOARD_CHANNEL } from '../denials.live.ts';
import { useBoardNews } from '../use-board-news.ts';
import { useCaseActs } from '../use-case-acts.ts';
import { useDenials } from '../use-denials.ts';

const NO_FILTERS = { stage: undefined, payer: undefined, owner: undefined };

/** The shared board of denials, and the same cases as a table. */
export function DenialsPage() {
  usePageTitle('Denials');
  const may = useMay();
  const { values, change } = useAddress();
  const { workers } = useWorkers();
  const filters = filtersOf(values);
  const sort = caseSortNamed(values.sort);
  const view = values.view === 'table' || filters.stage === 'closed' ? 'table' : 'board';
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
  const total = isFiltered(filters) ? tallyOf(rows) : sumOf(stagesOf(filters).map((stage) => counted(list.counters, stage)));
  if (isShutOut(list.state)) return <ShutOut what="denials" />;
  const empty = <NoDenials isFiltered={isFiltered(filters)} onClear={() => change(NO_FILTERS)} />;
  const marks = { denials, acts, here, cursorId, onCursorChange: setCursorId };
  const isEmpty = list.state.status === 'ready' && rows.length === 0;
  return (
    <>
      <PageHeader
        title="Denials"
        truth={`${formatCount(total.count)} ${filters.stage === 'closed' ? 'closed' : 'open'} · ${formatMoney(total.cents, 'whole-dollars')}`}
        actions={
          <>
            <ViewSwitch view={view} onChange={(next) => change({ view: next === 'board' ? undefined : next, ...(filters.stage === 'closed' ? { stage: undefined } : {}) })} />
            <Button leftSection={<IconSortDescending size={14} />} onClick={() => change({ sort: sort === 'due' ? undefined : 'due' }, 'replace')}>
              {sort === 'due' ? 'Deadline' : 'Score'}
            </Button>
            {may('worklist.item.next') && <NextButton queue={{ key: 'denials', name: 'Denials' }} onNext={acts.next} />}
          </>
        }
      />
      <DenialFilterBar filters={filters} rows={rows} waiting={denials.waiting} onShow={denials.show} news={news} />
      <ListError state={list.state} onRetry={list.reload} />
      {view === 'table' && <DenialTable {...marks} total={total.count} sort={sort} empty={empty} />}
      {view === 'board' && list.state.status === 'loading' && <SkeletonRows columns="repeat(6, 1fr)" rowHeight={119} rows={5} />}
      {view === 'board' && list.state.status === 'ready' && (isEmpty ? empty : <DenialBoard {...marks} filters={filters} onOpenClosed={() => change({ stage: 'closed' })} />)}
      <DenialFooter loaded={rows.length} total={total.count} asOf={list.state.asOf} hasMore={list.state.hasMore} onMore={list.loadMore} />
      {values.case !== undefined && <DenialDrawer key={values.case} caseId={values.case} card={byId.get(values.case)} acts={acts} here={here.get(values.case) ?? []} />}
      {acts.closing && (
        <CloseForm
          number={acts.closing.number}
          before={{ ...(acts.closing.rootCause === null ? {} : { rootCause: acts.closing.rootCause }), ...(acts.closing.isPreventable === null ? {} : { isPreventable: acts.closing.isPreventable }) }}
          onClose={acts.close}
          onCancel={acts.stopAsking}
        />
      )}
      {acts.assigning && (
        <AssignDialog title={`Assign ${acts.assigning.number}`} people={workers} onAssign={(personId) => acts.assigning && acts.give(acts.assigning, personId)} onClose={acts.stopAsking} />
      )}
    </>
  );
}

function NoDenials({ isFiltered: hides, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (!hides) return <EmptyState title="No open denials">New ones appear here as soon as a remittance is posted.</EmptyState>;
  return (
    <EmptyState icon={IconFilter} title="Filters hide every denial" action={<ClearFilters onClear={onClear} />}>
      Nothing here fits them.
    </EmptyState>
  );
}

type DenialFooterProps = { loaded: number; total: number; asOf: number; hasMore: boolean; onMore: () => void };

function DenialFooter({ loaded, total, asOf, hasMore, onMore }: DenialFooterProps) {
  return (
    <ListFooter
      asOf={asOf}
      keys={
        <span>
          <Kbd>M</Kbd> Move <Kbd>?</Kbd> Keys
        </span>
      }
    >
      <span>
        <b>{formatCount(total)}</b> cases
      </span>
      {hasMore ? (
        <span>
          Lanes count {formatCount(loaded)} loaded cards{' '}
          <button type="button" className="cb-text-button" onClick={onMore}>
            Load more
          </button>
        </span>
      ) : (
        <span>Totals count every card, shown or not</span>
      )}
    </ListFooter>
  );
}
