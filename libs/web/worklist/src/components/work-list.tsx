import type { WorkItem } from '@caseboard/contracts';
import {
  dueOf,
  useAddress,
  useExport,
  type UseLiveList,
  useMay,
  useSession,
  useSharePresence,
  useToday,
} from '@caseboard/web/kernel';
import {
  BulkBar,
  DataGrid,
  ExportButton,
  FilterBar,
  formatMoney,
  PageHeader,
  UpdatesPill,
  ViewTabs,
} from '@caseboard/web/ui';
import type { FilterBarProps, GridHandle, PresentPerson, ViewTabsProps } from '@caseboard/web/ui';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { opensWhenTaken } from '../case-link.rules.ts';
import { SORT_OF_COLUMN } from '../item-order.rules.ts';
import type { ItemSort } from '../item-order.rules.ts';
import { useItemActs } from '../use-item-acts.ts';
import { useItemRows } from '../use-item-rows.ts';
import { useWorkers } from '../use-workers.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { itemColumns } from './item-columns.tsx';
import { ItemDrawer } from './item-drawer.tsx';
import { ListError } from './list-state.tsx';
import { NextButton } from './next-button.tsx';
import { OwnerButtons } from './owner-buttons.tsx';

/** Props of `WorkList`. */
export type WorkListProps = {
  title: string;
  truth: ReactNode;
  tabs: ViewTabsProps;
  /** Without them the pill stands at the end of the tabs. */
  filters?: FilterBarProps;
  list: UseLiveList<WorkItem>;
  /** The list's items as the page filters and orders them. */
  items: readonly WorkItem[];
  /** Exact number of rows there are, loaded or not. */
  total: number;
  sort: ItemSort;
  /** Where "next" takes from; without it there is no queue to take from. */
  next?: { queue: { key: string; name: string }; choice?: ReactNode };
  /** The list's own query, for the file of it. */
  query: Readonly<Record<string, string | undefined>>;
  here: ReadonlyMap<string, readonly PresentPerson[]>;
  /** Where this person's own presence on a row is shared. */
  channelOf: (item: WorkItem) => string;
  showsOwner: boolean;
  empty: ReactNode;
};

/** A list of items with its header, tabs, filters, grid, acts and keys: my work and every queue. */
export function WorkList(props: WorkListProps) {
  const { list, items, next, here } = props;
  const { user } = useSession();
  const may = useMay();
  const { today, zone } = useToday();
  const { workers, personOf } = useWorkers();
  const { values, change } = useAddress();
  const grid = useRef<GridHandle>(null);
  const [cursorId, setCursorId] = useState<string | null>(null);
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const { rows, saying, changedIds, moodOf, waiting, onHandChange, show, commands } = useItemRows(list, items);
  const opened = rows.find(({ id }) => id === values.item);
  const takeNext = async () => {
    const item = next && (await commands.next(next.queue));
    if (!item) return;
    setCursorId(item.id);
    if (opensWhenTaken(item)) acts.open(item);
  };
  const acts = useItemActs({ grid, rows, cursorId, selectedIds, opened, commands, onNext: () => void takeNext() });
  const columns = useMemo(
    () => itemColumns({ today, zone, personOf, here, moodOf, showsOwner: props.showsOwner }),
    [today, zone, personOf, here, moodOf, props.showsOwner],
  );
  const file = useExport('work-items', props.query);
  const attended = opened ?? rows.find(({ id }) => id === cursorId);
  useSharePresence(attended ? props.channelOf(attended) : '', attended?.id);
  const pill = <UpdatesPill updates={waiting} onShow={show} />;
  const selected = rows.filter(({ id }) => selectedIds.has(id));
  const buttons = (ownerId: string | null) => (
    <OwnerButtons
      ownerId={ownerId}
      me={user.id}
      canTake={may('worklist.item.take')}
      canAssign={may('worklist.item.assign')}
      onTake={acts.take}
      onRelease={acts.release}
      onAssign={acts.askAssign}
    />
  );
  return (
    <>
      <PageHeader
        title={props.title}
        truth={props.truth}
        actions={
          <>
            {file && <ExportButton {...file} />}
            {next && may('worklist.item.next') && <NextButton {...next} onNext={() => void takeNext()} />}
          </>
        }
      />
      <ViewTabs {...props.tabs} {...(props.filters ? {} : { end: pill })} />
      {props.filters && <FilterBar {...props.filters} end={pill} />}
      <ListError state={list.state} onRetry={list.reload} />
      <DataGrid
        ref={grid}
        rows={rows}
        columns={columns}
        getRowId={(item) => item.id}
        rowLabel={(item) => `${item.number}, ${item.needs}, ${dueOf({ ...item, today, zone }).title ?? 'no deadline'}`}
        label={props.title}
        totalCount={props.total}
        sort={sortMark(props.sort)}
        onSort={(columnId) => change({ sort: SORT_OF_COLUMN[columnId] }, 'replace')}
        cursorId={cursorId}
        onCursorChange={setCursorId}
        onOpen={acts.open}
        selectedIds={selectedIds}
        onSelectedChange={setSelectedIds}
        changedIds={changedIds}
        leaving={saying}
        isLocked={({ ownerId }) => props.showsOwner && ownerId !== null && ownerId !== user.id}
        onHandChange={onHandChange}
        onEndReached={list.loadMore}
        isLoading={list.state.status === 'loading'}
        empty={props.empty}
      />
      <BulkBar
        selected={selected.length}
        sum={formatMoney(sumOf(selected), 'dollars')}
        onClear={() => setSelectedIds(new Set())}
      >
        {buttons(selected.every(({ ownerId }) => ownerId === user.id) ? user.id : null)}
      </BulkBar>
      {acts.assigning.length > 0 && (
        <AssignDialog
          title={
            acts.assigning.length === 1
              ? `Assign ${acts.assigning[0]?.number}`
              : `Assign ${acts.assigning.length} items`
          }
          people={workers}
          onAssign={acts.assign}
          onClose={acts.stopAssign}
        />
      )}
      {opened && (
        <ItemDrawer
          item={opened}
          owner={opened.ownerId === null ? null : personOf(opened.ownerId)}
          here={here.get(opened.id) ?? []}
          actions={buttons(opened.ownerId)}
          onClose={() => change({ item: undefined })}
        />
      )}
    </>
  );
}

const sumOf = (items: readonly WorkItem[]) => items.reduce((sum, { amountCents }) => sum + amountCents, 0);

const sortMark = (sort: ItemSort) => {
  const columnId = Object.keys(SORT_OF_COLUMN).find((column) => SORT_OF_COLUMN[column] === sort);
  return columnId === undefined ? undefined : ({ columnId, direction: sort.startsWith('-') ? 'desc' : 'asc' } as const);
};
