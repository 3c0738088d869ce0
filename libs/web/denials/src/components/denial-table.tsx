import type { DenialCase } from '@caseboard/contracts';
import { useAddress, useColleagues, useSession, useToday } from '@caseboard/web/kernel';
import {
  CodeChip,
  DataGrid,
  DueChip,
  FaceStack,
  Money,
  OwnerFace,
  PendingMark,
  ScoreBar,
  StageMark,
  type GridColumn,
  type PresentPerson,
} from '@caseboard/web/ui';
import { useWorkers } from '@caseboard/web/worklist';
import { useMemo, type ReactNode } from 'react';
import { caseDue, codeOf } from '../card.rules.ts';
import type { CaseSort } from '../case-order.rules.ts';
import type { CaseActs } from '../use-case-acts.ts';
import type { Denials } from '../use-denials.ts';

/** Props of `DenialTable`. */
export type DenialTableProps = {
  denials: Denials;
  acts: CaseActs;
  here: ReadonlyMap<string, readonly PresentPerson[]>;
  total: number;
  sort: CaseSort;
  cursorId: string | null;
  onCursorChange: (id: string) => void;
  empty: ReactNode;
};

const sorts: Readonly<Record<string, CaseSort>> = { score: 'priority', due: 'due', amount: 'amount' };

/** The board's cases as rows. */
export function DenialTable({ denials, acts, here, total, sort, cursorId, onCursorChange, empty }: DenialTableProps) {
  const { change } = useAddress();
  const { today, zone } = useToday();
  const { shown, list } = denials;
  const columns = useColumns(denials, here);
  const leaving = useMemo(
    () => new Map(shown.flatMap(({ id, gone }) => (gone ? [[id, 'Left this view'] as const] : []))),
    [shown],
  );
  return (
    <DataGrid
      rows={useMemo(() => shown.map(({ row }) => row), [shown])}
      columns={columns}
      getRowId={(row) => row.id}
      rowLabel={(row) => `${row.number}, ${row.carcWords}, ${caseDue(row, today, zone).title ?? 'no deadline'}`}
      label="Denials"
      totalCount={total}
      sort={sortMark(sort)}
      onSort={(columnId) => change({ sort: sorts[columnId] }, 'replace')}
      cursorId={cursorId}
      onCursorChange={onCursorChange}
      onOpen={(row) => acts.open(row.id)}
      changedIds={useMemo(() => new Set(list.changed.keys()), [list.changed])}
      leaving={leaving}
      onHandChange={denials.onHandChange}
      onEndReached={list.loadMore}
      isLoading={list.state.status === 'loading'}
      empty={empty}
    />
  );
}

function useColumns({ list, savingIds }: Denials, here: DenialTableProps['here']): GridColumn<DenialCase>[] {
  const { user } = useSession();
  const { today, zone } = useToday();
  const { personOf } = useWorkers();
  const { nameOfActor } = useColleagues();
  const { changed } = list;
  return useMemo(() => {
    const stageCell = (row: DenialCase) => {
      const by = changed.get(row.id);
      if (savingIds.has(row.id)) return <PendingMark state={{ kind: 'saving' }} />;
      return (
        <StageMark stage={row.stage}>
          {by && by.actor !== `user:${user.id}` ? `${nameOfActor(by.actor)}, now` : undefined}
        </StageMark>
      );
    };
    return [
      {
        id: 'score',
        header: 'Score',
        width: 60,
        hideBelow: 480,
        isSortable: true,
        cell: ({ priority }) => <ScoreBar score={priority} />,
      },
      { id: 'item', header: 'Item', width: 88, isIdentity: true, cell: ({ number }) => <code>{number}</code> },
      {
        id: 'patient',
        header: 'Patient',
        width: 74,
        hideBelow: 900,
        cell: ({ patient }) => <code className="cb-soft">{patient}</code>,
      },
      {
        id: 'payer',
        header: 'Payer',
        width: 140,
        hideBelow: 1000,
        cell: ({ payerName }) => <span className="cb-cut">{payerName}</span>,
      },
      { id: 'denied', header: 'What was denied', width: 'flex', cell: deniedCell },
      {
        id: 'amount',
        header: 'Amount',
        width: 84,
        align: 'end',
        hideBelow: 480,
        isSortable: true,
        cell: ({ amountCents }) => <Money cents={amountCents} />,
      },
      {
        id: 'due',
        header: 'Due',
        width: 104,
        isSortable: true,
        cell: (row) => <DueChip {...caseDue(row, today, zone)} />,
      },
      { id: 'stage', header: 'Stage', width: 124, hideBelow: 620, cell: stageCell },
      {
        id: 'owner',
        header: 'Owner',
        width: 112,
        hideBelow: 760,
        cell: ({ ownerId }) => (
          <OwnerFace owner={ownerId === null ? null : personOf(ownerId)} withName={ownerId !== null} />
        ),
      },
      {
        id: 'here',
        header: 'Here',
        width: 60,
        hideBelow: 620,
        cell: ({ id }) => <FaceStack people={here.get(id) ?? []} most={3} />,
      },
    ];
  }, [changed, savingIds, user.id, nameOfActor, today, zone, personOf, here]);
}

const deniedCell = (row: DenialCase) => (
  <>
    <CodeChip>{[codeOf(row), row.rarcs[0]?.code].filter(Boolean).join(' ')}</CodeChip>
    <span className="cb-cut">{row.carcWords}</span>
  </>
);

const sortMark = (sort: CaseSort) => {
  const columnId = Object.keys(sorts).find((column) => sorts[column] === sort) ?? 'score';
  return { columnId, direction: sort === 'due' ? 'asc' : 'desc' } as const;
};
