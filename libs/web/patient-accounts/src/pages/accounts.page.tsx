import { ACCOUNT_STATES } from '@caseboard/contracts';
import type { PatientAccountSummary } from '@caseboard/contracts';
import { plainDateWords, useAddress, useExport, useGo, useLiveList, usePageTitle } from '@caseboard/web/kernel';
import {
  DataGrid,
  EmptyState,
  ExportButton,
  FilterBar,
  FilterMenu,
  formatCount,
  Money,
  PageHeader,
  StateMark,
  useKeymap,
  type FilterChip,
  type GridColumn,
} from '@caseboard/web/ui';
import { ClearFilters, isShutOut, ListError, ListFooter, ShutOut } from '@caseboard/web/worklist';
import { Menu, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { accountFiltersOf, mostOwedFirst } from '../account-views.rules.ts';
import type { AccountFilters } from '../account-views.rules.ts';
import { STATE_WORDS, stateMark } from '../account-words.rules.ts';
import { accountsSource } from '../accounts.live.ts';

const COLUMNS: GridColumn<PatientAccountSummary>[] = [
  { id: 'number', header: 'Account', width: 104, isIdentity: true, cell: ({ number }) => <code>{number}</code> },
  {
    id: 'name',
    header: 'Patient',
    width: 'flex',
    cell: ({ patientName }) => <span className="cb-cut">{patientName}</span>,
  },
  {
    id: 'mrn',
    header: 'Record',
    width: 112,
    hideBelow: 860,
    cell: ({ mrn }) => <code className="cb-soft">{mrn ?? ''}</code>,
  },
  {
    id: 'balance',
    header: 'Owes',
    width: 96,
    align: 'end',
    cell: ({ balanceCents }) => <Money cents={balanceCents} dimZero />,
  },
  {
    id: 'insurance',
    header: 'With insurance',
    width: 112,
    align: 'end',
    hideBelow: 760,
    cell: ({ insuranceCents }) => <Money cents={insuranceCents} dimZero />,
  },
  {
    id: 'credit',
    header: 'Credit',
    width: 88,
    align: 'end',
    hideBelow: 640,
    cell: ({ creditCents }) => <Money cents={creditCents} dimZero tone={creditCents > 0 ? 'credit' : undefined} />,
  },
  {
    id: 'state',
    header: 'State',
    width: 148,
    hideBelow: 440,
    cell: ({ state }) => <StateMark state={stateMark(state)}>{STATE_WORDS[state]}</StateMark>,
  },
  {
    id: 'statement',
    header: 'Last statement',
    width: 116,
    hideBelow: 980,
    cell: ({ lastStatementOn }) => (lastStatementOn === null ? '' : plainDateWords(lastStatementOn)),
  },
];

/** Patient accounts, those that owe most first. */
export function AccountsPage() {
  usePageTitle('Patient accounts');
  const go = useGo();
  const { values, change } = useAddress();
  const filters = accountFiltersOf(values);
  const { state, text } = filters;
  const list = useLiveList(useMemo(() => accountsSource({ state, text }), [state, text]));
  const rows = useMemo(() => mostOwedFirst(list.rows), [list.rows]);
  const [cursorId, setCursorId] = useState<string | null>(null);
  const [typed, setTyped] = useState(text ?? '');
  const find = useRef<HTMLInputElement>(null);
  const file = useExport('patient-accounts', { state, text });
  const changedIds = useMemo(() => new Set(list.changed.keys()), [list.changed]);
  useKeymap([{ keys: '/', run: () => find.current?.focus() }]);
  if (isShutOut(list.state)) return <ShutOut what="patient accounts" />;
  return (
    <>
      <PageHeader
        title="Patient accounts"
        truth={
          list.state.status === 'ready'
            ? `${formatCount(rows.length)}${list.state.hasMore ? ' that owe most' : ''}`
            : undefined
        }
        actions={
          <>
            <TextInput
              ref={find}
              size="xs"
              aria-label="Find an account by name or number"
              placeholder="Name or number  /"
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                change({ text: event.currentTarget.value.trim() || undefined }, 'replace');
              }}
            />
            {file && <ExportButton {...file} />}
          </>
        }
      />
      <FilterBar
        filters={chipsOf(filters)}
        onRemove={(id) => {
          if (id === 'text') setTyped('');
          change({ [id]: undefined });
        }}
        addSlot={<StateMenu onChoose={(chosen) => change({ state: chosen })} />}
      />
      <ListError state={list.state} onRetry={list.reload} />
      <DataGrid
        rows={rows}
        columns={COLUMNS}
        getRowId={({ id }) => id}
        rowLabel={(row) => `${row.number}, ${row.patientName}, ${STATE_WORDS[row.state]}`}
        label="Patient accounts"
        totalCount={rows.length}
        cursorId={cursorId}
        onCursorChange={setCursorId}
        onOpen={({ id }) => go(`/accounts/${id}`)}
        changedIds={changedIds}
        onEndReached={list.loadMore}
        isLoading={list.state.status === 'loading'}
        empty={<NoAccounts isFiltered={state !== undefined || text !== undefined} />}
      />
      <ListFooter asOf={list.state.asOf}>
        <span>
          <b>{formatCount(rows.length)}</b> loaded{list.state.hasMore ? ', more below' : ''}
        </span>
      </ListFooter>
    </>
  );
}

function chipsOf({ state, text }: AccountFilters): FilterChip[] {
  const chips: FilterChip[] = [];
  if (state !== undefined) chips.push({ id: 'state', field: 'State', op: 'is', value: STATE_WORDS[state] });
  if (text !== undefined) chips.push({ id: 'text', field: 'Name or number', op: 'has', value: text });
  return chips;
}

function StateMenu({ onChoose }: { onChoose: (state: string) => void }) {
  return (
    <FilterMenu label="State">
      {ACCOUNT_STATES.map((state) => (
        <Menu.Item key={state} onClick={() => onChoose(state)}>
          {STATE_WORDS[state]}
        </Menu.Item>
      ))}
    </FilterMenu>
  );
}

function NoAccounts({ isFiltered }: { isFiltered: boolean }) {
  const { change } = useAddress();
  if (!isFiltered)
    return (
      <EmptyState title="No patient owes anything">
        An account opens when a remittance leaves a part to a patient.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={IconFilter}
      title="No account fits the filters"
      action={<ClearFilters onClear={() => change({ state: undefined, text: undefined })} />}
    />
  );
}
