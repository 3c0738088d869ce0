import type { Permission } from '@caseboard/contracts';
import { useMay, useSession, useToday } from '@caseboard/web/kernel';
import { Board, type BoardCardData, type Person, type PresentPerson } from '@caseboard/web/ui';
import { useCallback, useMemo, type ReactNode } from 'react';
import type { BoardCase } from '../board-case.ts';
import { isNarrowed, stagesOf, type BoardFilters } from '../board-filters.rules.ts';
import { counted, lanesOf, tallyOf } from '../board-totals.rules.ts';
import { moveTargets } from '../move-targets.rules.ts';
import type { BoardActs } from '../use-board-acts.ts';
import type { BoardCases } from '../use-board-cases.ts';
import { useWorkers } from '../use-workers.ts';

/** What a card knows beside its case. */
export interface CardContext {
  today: string;
  zone: string;
  personOf(id: string): Person;
  here: ReadonlyMap<string, readonly PresentPerson[]>;
  /** Cards whose move takes longer than 400 ms. */
  savingIds: ReadonlySet<string>;
}

/** Props of `CaseBoard`. */
export type CaseBoardProps<Case extends BoardCase> = {
  label: string;
  cases: BoardCases<Case>;
  filters: BoardFilters;
  acts: BoardActs<Case>;
  movePermission: Permission;
  glyphOf: (stage: string) => ReactNode;
  /** A stable function: the case as a card in the column it stands in on this screen. */
  toCard: (row: Case, stage: string, context: CardContext) => BoardCardData;
  here: ReadonlyMap<string, readonly PresentPerson[]>;
  cursorId: string | null;
  onCursorChange: (id: string) => void;
  onOpenOver: () => void;
};

/** Stages as columns, payers as lanes; totals of columns count every case, shown or not. */
export function CaseBoard<Case extends BoardCase>(props: CaseBoardProps<Case>) {
  const { cases, filters, acts, here, glyphOf, toCard } = props;
  const { user } = useSession();
  const may = useMay();
  const { today, zone } = useToday();
  const { workers, personOf } = useWorkers();
  const { kind, shown, savingIds, byId, rows, list } = cases;
  const cards = useMemo(() => {
    const context = { today, zone, personOf, here, savingIds };
    return shown.map(({ row, place }) => toCard(row, place, context));
  }, [toCard, shown, today, zone, personOf, here, savingIds]);
  const lanes = useMemo(() => lanesOf(shown), [shown]);
  const mayMove = may(props.movePermission);
  const targetsOf = useCallback(
    (card: BoardCardData) => moveTargets(kind, card.stage, mayMove, glyphOf),
    [kind, mayMove, glyphOf],
  );
  const totalOf = (stage: string) =>
    isNarrowed(filters) ? tallyOf(rows.filter((row) => row.stage === stage)) : counted(list.counters, stage);
  const seenIn = (id: string) => shown.find((each) => each.id === id)?.place ?? '';
  const act = (id: string, run: (row: Case) => void) => {
    const row = byId.get(id);
    if (row) run(row);
  };
  return (
    <Board
      label={props.label}
      columns={stagesOf(kind, filters).map((stage) => ({
        stage,
        name: kind.stageWord(stage),
        glyph: glyphOf(stage),
        ...totalOf(stage),
      }))}
      lanes={lanes}
      cards={cards}
      targetsOf={targetsOf}
      onMove={(id, stage) => act(id, (row) => acts.move(row, seenIn(id), stage))}
      onOpen={acts.open}
      people={may('worklist.item.assign') ? workers : [{ id: user.id, name: user.name }]}
      {...(may('worklist.item.take')
        ? { onAssign: (id: string, personId: string) => act(id, (row) => acts.give(row, personId)) }
        : {})}
      changedIds={useMemo(() => new Set(list.changed.keys()), [list.changed])}
      cursorId={props.cursorId}
      onCursorChange={props.onCursorChange}
      closed={{
        stage: kind.over,
        label: kind.stageWord(kind.over),
        ...counted(list.counters, kind.over),
        onOpen: props.onOpenOver,
      }}
      onLoadMore={list.loadMore}
      onHandChange={cases.onHandChange}
    />
  );
}
