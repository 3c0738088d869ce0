import { useAddress, useColleagues, useSession, useToday } from '@caseboard/web/kernel';
import {
  DataGrid,
  DueChip,
  FaceStack,
  Money,
  OwnerFace,
  PendingMark,
  ScoreBar,
  useKeymap,
  type DueChipProps,
  type GridColumn,
  type GridHandle,
  type PresentPerson,
} from '@caseboard/web/ui';
import { useMemo, useRef, type ReactNode } from 'react';
import type { BoardCase } from '../board-case.ts';
import type { CaseSort } from '../case-order.rules.ts';
import type { BoardActs } from '../use-board-acts.ts';
import type { BoardCases } from '../use-board-cases.ts';
import { useWorkers } from '../use-workers.ts';

/** What a kind of case shows in its own way; stable functions. */
export interface CaseCells<Case extends BoardCase> {
  /** Heading of the widest column: `What was denied`. */
  whatHead: string;
  what(row: Case): ReactNode;
  /** The same in words, for the row's spoken name. */
  whatWords(row: Case): string;
  patientOf(row: Case): string;
  dueOf(row: Case, today: string, zone: string): DueChipProps;
  stageMark(stage: string, by: string | undefined): ReactNode;
}

/** Props of `CaseTable`. */
export type CaseTableProps<Case extends BoardCase> = {
  label: string;
  cases: BoardCases<Case>;
  cells: CaseCells<Case>;
  acts: BoardActs<Case>;
  here: ReadonlyMap<string, readonly PresentPerson[]>;
  total: number;
  sort: CaseSort;
  cursorId: string | null;
  onCursorChange: (id: string) => void;
  empty: ReactNode;
};

const sorts: Readonly<Record<string, CaseSort>> = { score: 'priority', due: 'due', amount: 'amount' };

/** The board's cases as rows. */
export function CaseTable<Case extends BoardCase>(props: CaseTableProps<Case>) {
  const { cases, cells, sort } = props;
  const { change } = useAddress();
  const { today, zone } = useToday();
  const { shown, list } = cases;
  const grid = useRef<GridHandle>(null);
  useKeymap([
    { keys: 'j', run: () => grid.current?.moveCursor(1) },
    { keys: 'k', run: () => grid.current?.moveCursor(-1) },
  ]);
  const columns = useColumns(cases, cells, props.here);
  const leaving = useMemo(
    () => new Map(shown.flatMap(({ id, gone }) => (gone ? [[id, 'Left this view'] as const] : []))),
    [shown],
  );
  return (
    <DataGrid
      ref={grid}
      rows={useMemo(() => shown.map(({ row }) => row), [shown])}
      columns={columns}
      getRowId={(row) => row.id}
      rowLabel={(row) =>
        `${row.number}, ${cells.whatWords(row)}, ${cells.dueOf(row, today, zone).title ?? 'no deadline'}`
      }
      label={props.label}
      totalCount={props.total}
      sort={sortMark(sort)}
      onSort={(columnId) => change({ sort: sorts[columnId] }, 'replace')}
      cursorId={props.cursorId}
      onCursorChange={props.onCursorChange}
      onOpen={(row) => props.acts.open(row.id)}
      changedIds={useMemo(() => new Set(list.changed.keys()), [list.changed])}
      leaving={leaving}
      onHandChange={cases.onHandChange}
      onEndReached={list.loadMore}
      isLoading={list.state.status === 'loading'}
      empty={props.empty}
    />
  );
}

function useColumns<Case extends BoardCase>(
  { list, savingIds }: BoardCases<Case>,
  cells: CaseCells<Case>,
  here: CaseTableProps<Case>['here'],
): GridColumn<Case>[] {
  const { user } = useSession();
  const { today, zone } = useToday();
  const { personOf } = useWorkers();
  const { nameOfActor } = useColleagues();
  const { changed } = list;
  return useMemo(() => {
    const stageCell = (row: Case) => {
      const by = changed.get(row.id);
      if (savingIds.has(row.id)) return <PendingMark state={{ kind: 'saving' }} />;
      const isOthers = by !== undefined && by.actor !== `user:${user.id}`;
      return cells.stageMark(row.stage, isOthers ? `${nameOfActor(by.actor)}, now` : undefined);
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
        cell: (row) => <code className="cb-soft">{cells.patientOf(row)}</code>,
      },
      {
        id: 'payer',
        header: 'Payer',
        width: 140,
        hideBelow: 1000,
        cell: ({ payerName }) => <span className="cb-cut">{payerName}</span>,
      },
      { id: 'what', header: cells.whatHead, width: 'flex', cell: (row) => cells.what(row) },
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
        cell: (row) => <DueChip {...cells.dueOf(row, today, zone)} />,
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
    ] satisfies GridColumn<Case>[];
  }, [cells, changed, savingIds, user.id, nameOfActor, today, zone, personOf, here]);
}

const sortMark = (sort: CaseSort) => {
  const columnId = Object.keys(sorts).find((column) => sorts[column] === sort) ?? 'score';
  return { columnId, direction: sort === 'due' ? 'asc' : 'desc' } as const;
};
