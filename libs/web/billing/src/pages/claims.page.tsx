import { CLAIM_STATES } from '@caseboard/contracts';
import type { ClaimSummary } from '@caseboard/contracts';
import { useAddress, useConnection, useExport, useLiveList, useMay, usePageTitle } from '@caseboard/web/kernel';
import {
  BulkBar,
  DataGrid,
  EmptyState,
  ExportButton,
  FilterBar,
  FilterMenu,
  formatCount,
  Kbd,
  PageHeader,
  UpdatesPill,
  useKeymap,
  ViewTabs,
  type FilterChip,
  type GridHandle,
} from '@caseboard/web/ui';
import { ClearFilters, isShutOut, ListError, ListFooter, ShutOut } from '@caseboard/web/worklist';
import { Button, Menu, TextInput } from '@mantine/core';
import { IconFilter, IconSend } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { claimFiltersOf } from '../claim-views.rules.ts';
import { claimStateWord } from '../claim-words.rules.ts';
import { claimsSource } from '../claims.live.ts';
import { CLAIM_COLUMNS } from '../components/claim-columns.tsx';
import { ClaimDrawer } from '../components/claim-drawer.tsx';
import { SendDialog } from '../components/send-dialog.tsx';
import { useClaimRows } from '../use-claim-rows.ts';
import { claimsWords, totalOf, useSendClaims } from '../use-send-claims.ts';

/** What billers look for first; every other state is a filter away. */
const TABS = [
  { id: 'all', label: 'All' },
  { id: 'ready', label: 'Ready to send' },
  { id: 'draft', label: 'Drafts' },
  { id: 'rejected', label: 'Rejected' },
];

/** Claims with where they stand, made here or elsewhere; ready ones are sent from here. */
export function ClaimsPage() {
  usePageTitle('Claims');
  const may = useMay();
  const { values, change } = useAddress();
  const filters = claimFiltersOf(values);
  const { state, payer, text } = filters;
  const list = useLiveList(useMemo(() => claimsSource({ state, payer, text }), [state, payer, text]));
  const { rows, leaving, waiting, onHandChange, show } = useClaimRows(list);
  const isOffline = useConnection().state === 'offline';
  const [cursorId, setCursorId] = useState<string | null>(null);
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState(text ?? '');
  const find = useRef<HTMLInputElement>(null);
  const grid = useRef<GridHandle>(null);
  const sending = useSendClaims();
  const file = useExport('claims', { state, payer, text });
  const canSend = may('billing.claim.send');
  const changedIds = useMemo(() => new Set(list.changed.keys()), [list.changed]);
  const selected = rows.filter(({ id }) => selectedIds.has(id));
  useKeymap([
    { keys: '/', run: () => find.current?.focus() },
    { keys: 'j', run: () => grid.current?.moveCursor(1) },
    { keys: 'k', run: () => grid.current?.moveCursor(-1) },
  ]);
  const ready = rows.filter(({ id, state: stands }) => stands === 'ready' && !leaving.has(id));
  const hasNone = ready.length === 0;
  if (isShutOut(list.state)) return <ShutOut what="claims" />;
  return (
    <>
      <PageHeader
        title="Claims"
        truth={list.state.status === 'ready' ? loadedWords(rows.length, list.state.hasMore) : undefined}
        actions={
          <>
            <TextInput
              ref={find}
              size="xs"
              aria-label="Find a claim by number"
              placeholder="Number  /"
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                change({ text: event.currentTarget.value.trim() || undefined }, 'replace');
              }}
            />
            {file && <ExportButton {...file} />}
            {canSend && (
              <Button
                variant="filled"
                leftSection={<IconSend size={14} />}
                disabled={hasNone || isOffline}
                title={
                  isOffline
                    ? 'Needs a connection'
                    : hasNone
                      ? 'No claim here is ready'
                      : 'Every ready claim of this view, 100 at most'
                }
                onClick={() => sending.ask(ready.slice(0, 100))}
              >
                Send ready
              </Button>
            )}
          </>
        }
      />
      <ViewTabs
        tabs={TABS}
        activeId={state ?? 'all'}
        onSelect={(id) => change({ state: id === 'all' ? undefined : id })}
      />
      <FilterBar
        filters={chipsOf(filters, rows)}
        onRemove={(id) => {
          if (id === 'text') setTyped('');
          change({ [id]: undefined });
        }}
        addSlot={<StateMenu onChoose={(chosen) => change({ state: chosen })} />}
        end={<UpdatesPill updates={waiting} onShow={show} />}
      />
      <ListError state={list.state} onRetry={list.reload} />
      <DataGrid
        ref={grid}
        rows={rows}
        columns={CLAIM_COLUMNS}
        getRowId={({ id }) => id}
        rowLabel={(row) => `${row.number}, ${claimStateWord(row.state)}, ${row.payerName}`}
        label="Claims"
        totalCount={rows.length}
        cursorId={cursorId}
        onCursorChange={setCursorId}
        onOpen={({ id }) => change({ open: id })}
        {...(canSend ? { selectedIds, onSelectedChange: setSelectedIds } : {})}
        changedIds={changedIds}
        leaving={leaving}
        onHandChange={onHandChange}
        onEndReached={list.loadMore}
        isLoading={list.state.status === 'loading'}
        empty={<NoClaims isFiltered={state !== undefined || payer !== undefined || text !== undefined} />}
      />
      <BulkBar selected={selected.length} sum={totalOf(selected)} onClear={() => setSelectedIds(new Set())}>
        <Button
          variant="filled"
          disabled={isOffline || !selected.some((row) => row.state === 'ready')}
          onClick={() => sending.ask(selected.slice(0, 100))}
        >
          Send those that are ready
        </Button>
      </BulkBar>
      <ListFooter
        asOf={list.state.asOf}
        keys={
          <span>
            <Kbd>J</Kbd> <Kbd>K</Kbd> Walk <Kbd>Enter</Kbd> Open <Kbd>F</Kbd> Filter <Kbd>?</Kbd> Keys
          </span>
        }
      >
        <span>
          <b>{claimsWords(rows.length)}</b> loaded{list.state.hasMore ? ', more below' : ''}
        </span>
      </ListFooter>
      {values.open !== undefined && (
        <ClaimDrawer
          key={values.open}
          claimId={values.open}
          onClose={() => change({ open: undefined })}
          onSend={(claim) => sending.ask([claim])}
          isAsking={sending.asked.length > 0}
        />
      )}
      <SendDialog sending={sending} onSent={() => setSelectedIds(new Set())} />
    </>
  );
}

const loadedWords = (count: number, hasMore: boolean): string =>
  hasMore ? `the newest ${formatCount(count)}` : formatCount(count);

function chipsOf(
  { state, payer, text }: ReturnType<typeof claimFiltersOf>,
  rows: readonly ClaimSummary[],
): FilterChip[] {
  const chips: FilterChip[] = [];
  if (state !== undefined) chips.push({ id: 'state', field: 'State', op: 'is', value: claimStateWord(state) });
  if (payer !== undefined)
    chips.push({ id: 'payer', field: 'Payer', op: 'is', value: rows[0]?.payerName ?? 'one payer' });
  if (text !== undefined) chips.push({ id: 'text', field: 'Number', op: 'begins with', value: text });
  return chips;
}

function StateMenu({ onChoose }: { onChoose: (state: string) => void }) {
  return (
    <FilterMenu label="State">
      {CLAIM_STATES.map((state) => (
        <Menu.Item key={state} onClick={() => onChoose(state)}>
          {claimStateWord(state)}
        </Menu.Item>
      ))}
    </FilterMenu>
  );
}

function NoClaims({ isFiltered }: { isFiltered: boolean }) {
  const { change } = useAddress();
  if (!isFiltered)
    return (
      <EmptyState title="No claims yet">
        They appear when an 837 is imported, or when a coder finalizes a chart.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={IconFilter}
      title="No claim fits the filters"
      action={<ClearFilters onClear={() => change({ state: undefined, payer: undefined, text: undefined })} />}
    />
  );
}
